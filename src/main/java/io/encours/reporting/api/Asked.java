package io.encours.reporting.api;

import io.encours.customer.CustomerCriteria;
import io.encours.prediction.DelayReference;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.DsoMethod;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.ReportQuery.How;
import io.encours.reporting.ReportQuery.Rows;
import io.encours.reporting.ReportQuery.When;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What may be asked of reports, by the names of the address; each takes what concerns it. Null: the usual.
///
/// @param company code; missing: all companies of the caller
/// @param currency only companies with accounts in it; needed where they have several
/// @param customer code
/// @param agent login of the collector, `-`: customers without one
/// @param group customer group
/// @param person associated person
/// @param site code of the site that follows the customer
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
/// @param limit,cursor only so many rows of the aged balance, the schedule or the forecast
/// @param heardBy login of who heard the promises; null: whoever did
record Asked(
        @Nullable String company,
        @Nullable String currency,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String person,
        @Nullable String site,
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

    ReportQuery query() {
        return ReportQuery.of(new ReportFilter(filled(company), filled(currency), filled(customer), customers()))
                .at(new When(asOf, month, from, to))
                .in(new How(by, method, days, curve, reference, months, filled(heardBy)))
                .with(new Rows(limit, cursor));
    }

    private CustomerCriteria customers() {
        return new CustomerCriteria(
                filled(agent), filled(group), filled(person), filled(site), filled(country), filled(riskClass));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
