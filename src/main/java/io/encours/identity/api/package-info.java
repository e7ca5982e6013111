/// The audit trail over HTTP.
@NullMarked
package io.encours.identity.api;

import org.jspecify.annotations.NullMarked;
