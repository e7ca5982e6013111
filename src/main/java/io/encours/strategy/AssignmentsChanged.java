package io.encours.strategy;

import java.util.Collection;

/// These customers of a company follow another strategy than before, or one for the first time. Published in the
/// transaction of the change; their plan is made anew in the same transaction.
public record AssignmentsChanged(long companyId, Collection<Long> customerIds) {}
