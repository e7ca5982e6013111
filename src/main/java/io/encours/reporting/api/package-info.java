/// Reports and their settings over HTTP.
@NullMarked
package io.encours.reporting.api;

import org.jspecify.annotations.NullMarked;
