package io.encours.reporting;

import io.encours.customer.CustomerCriteria;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a report is narrowed to (R7); null: not narrowed.
///
/// @param company code; null: all companies of the caller, when they have one currency
/// @param currency of the companies that are taken together: those with other accounts are left out
/// @param customer code
/// @param customers which of them
public record ReportFilter(
        @Nullable String company,
        @Nullable String currency,
        @Nullable String customer,
        CustomerCriteria customers) {

    public static ReportFilter of(String company) {
        return new ReportFilter(company, null, null, CustomerCriteria.NONE);
    }

    public static ReportFilter of(String company, String customer) {
        return new ReportFilter(company, null, customer, CustomerCriteria.NONE);
    }

    /// @param value by the names of the address; blank: none
    public static ReportFilter of(Function<String, @Nullable String> value) {
        return new ReportFilter(
                filled(value.apply("company")),
                filled(value.apply("currency")),
                filled(value.apply("customer")),
                CustomerCriteria.of(value));
    }

    ReportFilter withoutCustomer() {
        return new ReportFilter(company, currency, null, customers);
    }

    /// Some customers are left out, and not because of their collector.
    boolean leavesOutByMoreThanCollector() {
        return customer != null || !customers.ofAgent(null).isNone();
    }

    /// Some customers are left out.
    boolean isNarrow() {
        return customer != null || !customers.isNone();
    }

    private static @Nullable String filled(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isBlank() ? null : text;
    }
}
