/// Strategies (*stratégies*, *campagnes de relances*): ordered actions that chase an item, each with its trigger date,
/// and
/// which one a customer follows. A strategy is replaced as a whole; every replacement counts its version up and is told
/// to
/// whoever plans.
@ApplicationModule(
        displayName = "Strategies",
        allowedDependencies = {"platform", "identity", "company", "customer", "receivable"})
@NullMarked
package io.encours.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
