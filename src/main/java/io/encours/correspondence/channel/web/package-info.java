/// The page of the ways in and out.
@NullMarked
package io.encours.correspondence.channel.web;

import org.jspecify.annotations.NullMarked;
