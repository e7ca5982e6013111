/// Pages of templates.
@NullMarked
package io.encours.correspondence.web;

import org.jspecify.annotations.NullMarked;
