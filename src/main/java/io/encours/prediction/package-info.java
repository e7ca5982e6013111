/// How customers pay: the average payment delay (*délai moyen de paiement*), mean lateness, weighted and not,
/// of each customer and of a company (D2, D3). What is learnt here orders the supervisor, filters lists and
/// feeds the forecast.
@ApplicationModule(
        displayName = "Prediction",
        allowedDependencies = {"platform", "identity", "company", "customer", "receivable"})
@NullMarked
package io.encours.prediction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
