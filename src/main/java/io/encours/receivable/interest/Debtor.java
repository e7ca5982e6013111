package io.encours.receivable.interest;

/// Whom the law sees in a customer.
public enum Debtor {
    PROFESSIONAL,
    /// Neither the interest of C. com. L441-10 nor the 40 euros.
    CONSUMER,
    /// One rate, of the half-year in which interest began, eight points above the central bank’s (CCP R2192-31).
    PUBLIC_BODY
}
