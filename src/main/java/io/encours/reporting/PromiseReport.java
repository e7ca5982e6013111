package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Promises that customers gave, item by item, and what became of them (R6, kpi.md §10). Kept: nothing remained
/// within two
/// days after the promised day.
///
/// @param keptRate amount kept ÷ amount of promises fallen due, in percent with one decimal; null: none has
///     fallen due
public record PromiseReport(
        LocalDate from,
        LocalDate to,
        String currency,
        List<Row> rows,
        BigDecimal expected,
        BigDecimal kept,
        BigDecimal broken,
        @Nullable BigDecimal keptRate)
        implements Report {

    public enum State {
        EXPECTED,
        KEPT,
        PARTLY_KEPT,
        BROKEN;

        public String messageKey() {
            return "reporting.promise." + name();
        }
    }

    /// @param item id
    /// @param agent login of who heard it
    /// @param amount what remained of the item when it was promised
    /// @param paid of it, by the end of the days of grace
    public record Row(
            String item,
            String company,
            String customer,
            String name,
            String document,
            String agent,
            LocalDate heardOn,
            LocalDate promisedFor,
            BigDecimal amount,
            BigDecimal paid,
            State state) {}
}
