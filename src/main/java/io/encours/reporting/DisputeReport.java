package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Items that customers contest, as heard in calls and still open (R6, kpi.md §11).
///
/// @param disputed amount
/// @param outstanding all claims of the report's customers
/// @param rate disputed ÷ outstanding, in percent with one decimal
public record DisputeReport(
        LocalDate asOf, String currency, List<Row> rows, BigDecimal disputed, BigDecimal outstanding, BigDecimal rate)
        implements Report {

    /// @param item id
    /// @param agent login of who heard it
    /// @param days since it was heard
    public record Row(
            String item,
            String company,
            String customer,
            String name,
            String document,
            String agent,
            LocalDate heardOn,
            long days,
            BigDecimal amount) {}
}
