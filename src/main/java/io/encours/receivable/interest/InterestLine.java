package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Interest of a stretch of days over which neither the principal nor the rate changes.
///
/// @param to the last day
/// @param principal that bore it
/// @param interest not rounded
public record InterestLine(LocalDate from, LocalDate to, BigDecimal principal, AppliedRate rate, BigDecimal interest) {

    private static final int CENTS = 2;

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /// For showing; the sum is rounded once, from the unrounded parts.
    public BigDecimal shown() {
        return interest.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
