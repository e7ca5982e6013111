/// Strategies over HTTP.
@NullMarked
package io.encours.strategy.api;

import org.jspecify.annotations.NullMarked;
