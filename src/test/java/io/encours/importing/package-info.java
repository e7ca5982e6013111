/// Imports on the whole application and a real database.
@NullMarked
package io.encours.importing;

import org.jspecify.annotations.NullMarked;
