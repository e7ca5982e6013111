package io.encours.customer;

import java.util.Collection;

/// Master data of these customers of a company changed: agent, strategy, payment method, identification. Published in
/// the transaction of the change; their plan follows in the same transaction.
public record CustomersChanged(long companyId, Collection<Long> customerIds) {}
