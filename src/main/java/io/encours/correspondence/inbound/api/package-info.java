/// What came in, for programs.
@NullMarked
package io.encours.correspondence.inbound.api;

import org.jspecify.annotations.NullMarked;
