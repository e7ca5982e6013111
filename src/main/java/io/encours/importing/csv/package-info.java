/// The canonical CSV of customers, items and payments.
@NullMarked
package io.encours.importing.csv;

import org.jspecify.annotations.NullMarked;
