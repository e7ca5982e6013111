/// *Courriers*: what waits to be printed, what was, and new ones.
@NullMarked
package io.encours.correspondence.letter.web;

import org.jspecify.annotations.NullMarked;
