package io.encours.strategy;

/// What must be true of the item for an action to apply (A3).
public enum Condition {
    DIRECT_DEBIT_REJECTED,
    DIRECT_DEBIT_NOT_REJECTED
}
