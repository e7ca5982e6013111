/// Sending a file and reading what became of it.
@NullMarked
package io.encours.importing.web;

import org.jspecify.annotations.NullMarked;
