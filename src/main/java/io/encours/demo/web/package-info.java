/// What only the demonstration shows: the components of the pages, side by side.
@NullMarked
package io.encours.demo.web;

import org.jspecify.annotations.NullMarked;
