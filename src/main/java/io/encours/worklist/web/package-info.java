/// The supervisor page: groups, lines, the side panel, doing an action and taking it back.
@NullMarked
package io.encours.worklist.web;

import org.jspecify.annotations.NullMarked;
