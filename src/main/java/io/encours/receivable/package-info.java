/// The ledger of customer accounts and the items it leaves open: what each customer owes, since when, and what settled
/// it. Σ remaining of the items = balance of the ledger, per customer and control account, at every date.
@ApplicationModule(
        displayName = "Receivables",
        allowedDependencies = {"platform", "identity", "company", "customer"})
@NullMarked
package io.encours.receivable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
