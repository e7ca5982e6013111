package io.encours.overview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Which customers are wanted, and in which order; null: whatever it is.
///
/// @param company code
/// @param q words of the name or code
/// @param agent login
/// @param overdueMin at least so much overdue
/// @param dmpMin average payment delay in days, by the reference of the company (D3, D4)
public record CustomerSearch(
        @Nullable String company,
        @Nullable String q,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String riskClass,
        @Nullable BigDecimal overdueMin,
        @Nullable BigDecimal dmpMin,
        @Nullable BigDecimal dmpMax,
        Sort sort) {

    public CustomerSearch(
            @Nullable String company,
            @Nullable String q,
            @Nullable String agent,
            @Nullable String group,
            @Nullable String riskClass,
            @Nullable BigDecimal overdueMin,
            Sort sort) {
        this(company, q, agent, group, riskClass, overdueMin, null, null, sort);
    }

    public enum Sort {
        NAME,
        /// The largest overdue amount first.
        OVERDUE,
        /// The largest balance first.
        BALANCE
    }
}
