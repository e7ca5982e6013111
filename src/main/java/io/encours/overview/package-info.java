/// Pages and reads made of many modules: customers with their position, items with their next action, the
/// receivables view. Reads every module's tables in one query a screen; writes none.
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {
            "platform",
            "identity",
            "company",
            "customer",
            "receivable",
            "receivable :: interest",
            "timeline",
            "strategy",
            "correspondence",
            "correspondence :: letter",
            "correspondence :: notice",
            "correspondence :: outbox",
            "worklist",
            "prediction",
            "reporting"
        })
@NullMarked
package io.encours.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
