/// The home page, customers, the receivables view, the ledger query.
@NullMarked
package io.encours.overview.web;

import org.jspecify.annotations.NullMarked;
