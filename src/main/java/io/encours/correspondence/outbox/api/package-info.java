/// Messages over HTTP.
@NullMarked
package io.encours.correspondence.outbox.api;

import org.jspecify.annotations.NullMarked;
