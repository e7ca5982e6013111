package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The rate of unallocated payments matched in a span of days (R2); amounts positive, the rate in percent with
/// one decimal.
///
/// @param atStart payments without a claim on the eve of the span
/// @param added payments of the span as far as they settled nothing on the day they were entered
/// @param matched of both, in the span
/// @param remaining unallocated at its end
/// @param rate matched ÷ (at start + added)
public record UnallocatedRate(
        LocalDate from,
        LocalDate to,
        String currency,
        BigDecimal atStart,
        BigDecimal added,
        BigDecimal matched,
        BigDecimal remaining,
        BigDecimal rate)
        implements Report {}
