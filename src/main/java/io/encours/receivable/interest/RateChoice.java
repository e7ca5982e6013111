package io.encours.receivable.interest;

/// Where the rate comes from.
public enum RateChoice {
    /// European Central Bank plus ten points.
    STATUTORY,
    /// Agreed on, in percent a year.
    CONTRACTUAL,
    /// No interest is claimed.
    NONE
}
