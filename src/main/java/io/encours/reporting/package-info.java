/// The figures: aged balance, DSO, payment delay, effectiveness, schedule, forecast, and their history. Every
/// figure is computed from dated entries, as of any day, within the caller's scope; nothing is written but
/// settings and the aged balances that were computed day by day.
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "platform",
            "identity",
            "company",
            "customer",
            "receivable",
            "timeline",
            "prediction",
            "strategy",
            "worklist"
        })
@NullMarked
package io.encours.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
