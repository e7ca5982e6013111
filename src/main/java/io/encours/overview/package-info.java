/// Pages and reads made of many modules: customers with their position, items with their next action, the receivables
/// view, the home page. Reads every module's tables in one query a screen; writes nothing but how each person has
/// arranged
/// their home page.
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
            "reporting",
            "correspondence :: contact",
            "correspondence :: inbound"
        })
@NullMarked
package io.encours.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
