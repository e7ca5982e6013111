/// A real PostgreSQL from the class path, in the application's data folder (docs/decisions/0002).
/// Uses neither Spring nor anything else of Encours: the code generator of the build starts it too.
@NullMarked
package io.encours.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
