package io.encours.reporting;

import org.jspecify.annotations.Nullable;

/// What a report is narrowed to (R7); null: not narrowed.
///
/// @param company code; null: all companies of the caller, when they have one currency
/// @param customer code
/// @param agent login of the collector, `-`: customers without one
/// @param group customer group
/// @param person associated person
/// @param country ISO 3166
public record ReportFilter(
        @Nullable String company,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String person,
        @Nullable String country,
        @Nullable String riskClass) {

    public static ReportFilter of(String company) {
        return new ReportFilter(company, null, null, null, null, null, null);
    }

    public static ReportFilter of(String company, String customer) {
        return new ReportFilter(company, customer, null, null, null, null, null);
    }

    /// The same for one collector.
    public ReportFilter ofAgent(@Nullable String login) {
        return new ReportFilter(company, customer, login, group, person, country, riskClass);
    }

    ReportFilter withoutCustomer() {
        return new ReportFilter(company, null, agent, group, person, country, riskClass);
    }

    /// Some customers are left out, and not because of their collector.
    boolean leavesOutByMoreThanCollector() {
        return ofAgent(null).isNarrow();
    }

    /// Some customers are left out.
    boolean isNarrow() {
        return customer != null
                || agent != null
                || group != null
                || person != null
                || country != null
                || riskClass != null;
    }
}
