package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What collectors did in a span of days (R6).
///
/// @param rows one a person, by name
public record Activity(LocalDate from, LocalDate to, String currency, List<Row> rows, Sums total) implements Report {

    /// @param done actions validated, whatever their type
    /// @param ignored actions skipped
    /// @param calls,emails,letters,messages of those done, by type
    /// @param reached calls in which somebody answered
    /// @param promises obtained, of items
    /// @param kept of these promises, those kept by now
    /// @param promised amount of the promises
    public record Sums(
            long done,
            long ignored,
            long calls,
            long emails,
            long letters,
            long messages,
            long reached,
            long promises,
            long kept,
            BigDecimal promised) {}

    /// @param agent login
    public record Row(
            String agent,
            String name,
            long done,
            long ignored,
            long calls,
            long emails,
            long letters,
            long messages,
            long reached,
            long promises,
            long kept,
            BigDecimal promised) {}
}
