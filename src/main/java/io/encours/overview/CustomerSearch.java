package io.encours.overview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Which customers are wanted, and in which order; null: whatever it is.
///
/// @param company code
/// @param q words of the name or code
/// @param agent login
/// @param overdueMin at least so much overdue
public record CustomerSearch(
        @Nullable String company,
        @Nullable String q,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String riskClass,
        @Nullable BigDecimal overdueMin,
        Sort sort) {

    public enum Sort {
        NAME,
        /// The largest overdue amount first.
        OVERDUE,
        /// The largest balance first.
        BALANCE
    }
}
