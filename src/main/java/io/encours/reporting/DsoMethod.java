package io.encours.reporting;

/// How days sales outstanding are computed (D1).
public enum DsoMethod {
    /// Receivables × days ÷ turnover of these days, with tax (kpi.md §3).
    BALANCE,
    /// Turnover of the months taken off the receivables, the newest first (*épuisement*, kpi.md §4).
    COUNT_BACK;

    /// Which is shown beside it.
    public DsoMethod other() {
        return switch (this) {
            case BALANCE -> COUNT_BACK;
            case COUNT_BACK -> BALANCE;
        };
    }

    public String messageKey() {
        return "reporting.dsoMethod." + name();
    }
}
