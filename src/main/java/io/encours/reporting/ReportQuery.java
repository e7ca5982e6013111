package io.encours.reporting;

import io.encours.prediction.DelayReference;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What is asked of a report: of whom, of when, how, and how much of it. Each report takes what concerns it.
public record ReportQuery(ReportFilter filter, When when, How how, Rows rows) {

    /// The time of the figures; null: the usual.
    ///
    /// @param asOf day; null: today
    /// @param month of a report on a month; null: that of the day
    /// @param from,to span of a report on a span; null: the month of the day, up to it, or of the end that was
    ///     asked for
    public record When(
            @Nullable LocalDate asOf,
            @Nullable YearMonth month,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final When USUAL = new When(null, null, null, null);
    }

    /// What each report can be told; null: the usual.
    ///
    /// @param by what rows of the aged balance are; null: customers
    /// @param method of the DSO
    /// @param days of turnover for the DSO
    /// @param curve with the twelve months before
    /// @param reference of the average payment delay
    /// @param months of the schedule, that of the day included
    /// @param heardBy login of who heard the promises; null: whoever did
    public record How(
            AgedBalance.@Nullable By by,
            @Nullable DsoMethod method,
            @Nullable Integer days,
            @Nullable Boolean curve,
            @Nullable DelayReference reference,
            @Nullable Integer months,
            @Nullable String heardBy) {

        public static final How USUAL = new How(null, null, null, null, null, null, null);

        /// The DSO by a method, with the twelve months before.
        public How curved(@Nullable DsoMethod otherMethod) {
            return new How(by, otherMethod, days, true, reference, months, heardBy);
        }

        boolean wantsCurve() {
            return Boolean.TRUE.equals(curve);
        }
    }

    /// So many rows of the aged balance, the schedule or the forecast, after a place; null: all, from the first.
    public record Rows(@Nullable Integer limit, @Nullable String cursor) {

        public static final Rows ALL = new Rows(null, null);
    }

    /// As of today, in the usual way, whole.
    public static ReportQuery of(ReportFilter filter) {
        return new ReportQuery(filter, When.USUAL, How.USUAL, Rows.ALL);
    }

    /// Of a company, as of the end of a span.
    public static ReportQuery of(String company, LocalDate from, LocalDate to) {
        return of(ReportFilter.of(company)).at(new When(to, null, from, to));
    }

    /// Of a company in a month.
    public static ReportQuery of(String company, YearMonth month) {
        return of(ReportFilter.of(company)).at(new When(null, month, null, null));
    }

    public ReportQuery at(When other) {
        return new ReportQuery(filter, other, how, rows);
    }

    public ReportQuery in(How other) {
        return new ReportQuery(filter, when, other, rows);
    }

    public ReportQuery with(Rows other) {
        return new ReportQuery(filter, when, how, other);
    }
}
