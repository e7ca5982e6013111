/// The settings of formal notices.
@NullMarked
package io.encours.correspondence.notice.web;

import org.jspecify.annotations.NullMarked;
