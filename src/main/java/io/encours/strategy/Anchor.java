package io.encours.strategy;

/// The date an action's delay counts from (A3).
public enum Anchor {
    DUE_DATE,
    /// The day the direct debit was presented to the bank; unknown until it is.
    PRESENTATION_DATE,
    /// The business date on which the step before was done or ignored; the due date when there is none.
    PREVIOUS_ACTION,
    /// Unknown as long as nothing was promised.
    PROMISE_DATE
}
