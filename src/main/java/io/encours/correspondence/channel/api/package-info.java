/// The ways in and out, for programs.
@NullMarked
package io.encours.correspondence.channel.api;

import org.jspecify.annotations.NullMarked;
