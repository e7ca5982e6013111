package io.encours.receivable.interest;

import java.math.BigDecimal;

/// A published rate.
///
/// @param percent a year, `2.15`
/// @param source where it was read, in words
public record ReferenceRate(RateKind kind, Semester semester, BigDecimal percent, String source) {}
