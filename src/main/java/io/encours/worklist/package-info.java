/// What there is to do: the plan (exactly one row for every open item: its next action, or the reason why there is
/// none),
/// the supervisor that shows it, and doing it. The plan is a function of facts, not of the day (decision 0005), so
/// planning again without a change writes nothing.
@ApplicationModule(
        displayName = "Worklist",
        allowedDependencies = {
            "platform",
            "identity",
            "company",
            "customer",
            "receivable",
            "prediction",
            "timeline",
            "strategy",
            "correspondence",
            "correspondence :: letter",
            "correspondence :: notice",
            "correspondence :: contact",
            "correspondence :: inbound",
            "correspondence :: outbox"
        })
@NullMarked
package io.encours.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
