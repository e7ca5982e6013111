/// What Encours writes to customers: the templates of e-mails, SMS and letters, and what is made of them. A template is
/// text without logic over a closed list of merge fields; whatever a person writes into one is checked when it is saved
/// and made safe again when it goes out.
@ApplicationModule(
        displayName = "Correspondence",
        allowedDependencies = {
            "platform",
            "identity",
            "company",
            "customer",
            "receivable",
            "receivable :: interest",
            "timeline",
            "strategy"
        })
@NullMarked
package io.encours.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
