package io.encours.strategy;

import java.util.Collection;

/// A strategy was created or replaced. Published in the transaction of the change; the plan of who follows it is made
/// anew in the same transaction.
///
/// @param concernsDefault it is or was the default, or a rule no longer leads to it: customers without a strategy of
///     their own are concerned too
/// @param companyIds companies whose customers may follow it, before or after the change
public record StrategyChanged(String code, boolean concernsDefault, Collection<Long> companyIds) {}
