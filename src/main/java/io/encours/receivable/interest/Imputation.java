package io.encours.receivable.interest;

/// What a payment settles first.
public enum Imputation {
    /// Usual among collectors, and how the ledger sees it.
    PRINCIPAL_FIRST,
    /// C. civ. 1343-1: interest, then principal. What went to interest is still owed of the principal, and bears
    /// interest.
    INTEREST_FIRST
}
