package io.encours.reporting;

import io.encours.prediction.DelayReference;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What may be asked of reports, by the names of the address; each takes what concerns it. Null: the usual.
///
/// @param company code
/// @param customer code
/// @param agent login of the collector, `-`: customers without one
/// @param group customer group
/// @param person associated person
/// @param country ISO 3166
/// @param asOf day of the figures; null: today
/// @param month of a report on a month; null: that of the day
/// @param from,to span of a report on a span; null: the month of the day, up to it, or of the end that was
///     asked for
/// @param by what rows of the aged balance are; null: customers
/// @param method of the DSO
/// @param days of turnover for the DSO
/// @param curve with the twelve months before
/// @param reference of the average payment delay
/// @param months of the schedule, that of the day included
/// @param heardBy login of who heard the promises; null: whoever did
/// @param limit,cursor only so many rows of the aged balance, the schedule or the forecast
public record ReportQuery(
        @Nullable String company,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String person,
        @Nullable String country,
        @Nullable String riskClass,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
        @Nullable YearMonth month,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        AgedBalance.@Nullable By by,
        @Nullable DsoMethod method,
        @Nullable Integer days,
        @Nullable Boolean curve,
        @Nullable DelayReference reference,
        @Nullable Integer months,
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String heardBy) {

    /// Of a company, as of the end of a span.
    public static ReportQuery of(String company, LocalDate from, LocalDate to) {
        return new ReportQuery(
                company, null, null, null, null, null, null, to, null, from, to, null, null, null, null, null, null,
                null, null, null);
    }

    /// Of a company in a month.
    public static ReportQuery of(String company, YearMonth month) {
        return new ReportQuery(
                company, null, null, null, null, null, null, null, month, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    /// The same with so many rows only, of the reports that can be long.
    public ReportQuery withRows(int rows) {
        return new ReportQuery(
                company, customer, agent, group, person, country, riskClass, asOf, month, from, to, by, method, days,
                curve, reference, months, rows, null, heardBy);
    }

    ReportFilter filter() {
        return new ReportFilter(
                blank(company),
                blank(customer),
                blank(agent),
                blank(group),
                blank(person),
                blank(country),
                blank(riskClass));
    }

    boolean wantsCurve() {
        return Boolean.TRUE.equals(curve);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
