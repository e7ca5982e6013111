package io.encours.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The reports, by the names of the HTTP API in capitals.
public enum ReportName {
    AGED_BALANCE,
    DSO,
    AVERAGE_PAYMENT_DELAY,
    COLLECTION_EFFECTIVENESS,
    UNALLOCATED_PAYMENTS,
    SCHEDULE,
    CASH_FORECAST,
    DISPUTES,
    ACTIVITY,
    PROMISES,
    TURNOVER_AND_PAYMENTS,
    PAYMENT_DAYS,
    AGED_BALANCE_HISTORY;

    /// In addresses: `aged-balance`.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "reporting.report." + name();
    }

    public static Optional<ReportName> of(String path) {
        return Arrays.stream(values()).filter(name -> name.path().equals(path)).findFirst();
    }
}
