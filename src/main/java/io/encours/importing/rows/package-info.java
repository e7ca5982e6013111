/// The rows of files of customers, items and payments (api.md): checked value by value, the good ones handed on, the
/// others with what is wrong.
@NullMarked
package io.encours.importing.rows;

import org.jspecify.annotations.NullMarked;
