/// Ledger and direct debits over HTTP.
@NullMarked
package io.encours.receivable.api;

import org.jspecify.annotations.NullMarked;
