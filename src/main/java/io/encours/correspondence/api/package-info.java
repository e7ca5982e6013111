/// Templates over HTTP.
@NullMarked
package io.encours.correspondence.api;

import org.jspecify.annotations.NullMarked;
