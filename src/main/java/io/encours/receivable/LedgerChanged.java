package io.encours.receivable;

import java.util.Collection;

/// Items of these customers of a company were created, changed, settled or removed. Published in the transaction of the
/// change, so that what follows from the items is right when it commits.
public record LedgerChanged(long companyId, Collection<Long> customerIds) {}
