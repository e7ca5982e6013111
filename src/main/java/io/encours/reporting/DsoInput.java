package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a DSO is computed from.
///
/// @param begins day of the opening balances the ledger begins with; null: it begins with nothing
/// @param turnover of the last days
/// @param months turnover by month of the document, up to the day
/// @param invoices of a customer up to the day
record DsoInput(
        LocalDate asOf,
        @Nullable LocalDate begins,
        BigDecimal receivables,
        BigDecimal notDue,
        BigDecimal deposits,
        BigDecimal turnover,
        Map<YearMonth, BigDecimal> months,
        long invoices) {

    static DsoInput none(LocalDate asOf, @Nullable LocalDate begins) {
        return new DsoInput(
                asOf, begins, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), 0);
    }
}
