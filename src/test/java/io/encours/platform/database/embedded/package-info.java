/// The embedded database is killed here in every way.
@NullMarked
package io.encours.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
