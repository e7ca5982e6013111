package io.encours.receivable;

/// Where a ledger line comes from.
public enum Source {
    FEC,
    ITEMS,
    PAYMENTS
}
