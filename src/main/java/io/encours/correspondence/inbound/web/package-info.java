/// Pages of what came in.
@NullMarked
package io.encours.correspondence.inbound.web;

import org.jspecify.annotations.NullMarked;
