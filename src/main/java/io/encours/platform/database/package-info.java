/// How the application reaches PostgreSQL: embedded, or by URL.
@NullMarked
package io.encours.platform.database;

import org.jspecify.annotations.NullMarked;
