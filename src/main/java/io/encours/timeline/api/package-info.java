/// Events over HTTP.
@NullMarked
package io.encours.timeline.api;

import org.jspecify.annotations.NullMarked;
