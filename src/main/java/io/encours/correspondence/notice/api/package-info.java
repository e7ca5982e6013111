/// Formal notices over HTTP.
@NullMarked
package io.encours.correspondence.notice.api;

import org.jspecify.annotations.NullMarked;
