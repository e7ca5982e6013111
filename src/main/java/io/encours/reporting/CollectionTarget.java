package io.encours.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wanted of a month, in money (R1): what a manager entered, else what was known to be collected when the
/// month began.
///
/// @param amount in force
/// @param computed known to be collected when the month began
/// @param reached collected ÷ amount, in percent with one decimal
/// @param entered by whom and when, company by company; empty: nobody did
public record CollectionTarget(
        BigDecimal amount, Basis basis, BigDecimal computed, BigDecimal reached, List<Entered> entered) {

    /// Where a target comes from.
    public enum Basis {
        ENTERED,
        COMPUTED,
        /// Of several companies or collectors taken together, some entered.
        PARTLY_ENTERED;

        public String messageKey() {
            return "reporting.target.basis." + name();
        }
    }

    /// @param company code
    /// @param agent login of the collector; null: of the whole company
    /// @param by name of who entered it
    public record Entered(String company, @Nullable String agent, BigDecimal amount, String by, Instant at) {}
}
