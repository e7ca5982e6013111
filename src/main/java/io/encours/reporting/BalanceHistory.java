package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the overdue total developed: day by day (E3), and month by month beside the year before (E4), a month's
/// value being that of its last day.
///
/// @param days of the span, the oldest first
/// @param months of the year of the last day, up to it
public record BalanceHistory(LocalDate from, LocalDate to, String currency, List<Day> days, List<Month> months)
        implements Report {

    /// @param overdue as it was computed on the day; for days of which nothing was kept, as the ledger tells it
    ///     today
    /// @param kept it was computed at the end of that day and kept
    /// @param corrected the ledger tells the past otherwise since then
    /// @param recomputed what it tells, when corrected
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Day(
            LocalDate date,
            BigDecimal overdue,
            BigDecimal notDue,
            BigDecimal credits,
            BigDecimal total,
            boolean kept,
            boolean corrected,
            @Nullable BigDecimal recomputed) {}

    /// @param yearBefore of the same month a year before
    public record Month(
            YearMonth month, LocalDate asOf, BigDecimal overdue, LocalDate asOfYearBefore, BigDecimal yearBefore) {}
}
