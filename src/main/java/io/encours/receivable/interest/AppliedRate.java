package io.encours.receivable.interest;

import java.math.BigDecimal;

/// A rate with its reason.
///
/// @param percent a year
/// @param known half-year whose published rate was taken
/// @param provisional the one of the half-year itself is not known yet
public record AppliedRate(BigDecimal percent, Basis basis, Semester known, boolean provisional) {

    /// Why it is this one.
    public enum Basis {
        MRO_PLUS_10,
        MRO_PLUS_8,
        CONTRACT,
        /// Three times the legal interest: what was agreed is below it.
        FLOOR,
        NONE
    }
}
