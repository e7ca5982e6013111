/// Customers with their position and items with their next action, over HTTP.
@NullMarked
package io.encours.overview.api;

import org.jspecify.annotations.NullMarked;
