/// The state of the installation over HTTP.
@NullMarked
package io.encours.platform.api;

import org.jspecify.annotations.NullMarked;
