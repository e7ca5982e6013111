package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What falls due when (*échéancier*, R3): the aged balance details what is overdue, this what is not.
///
/// @param months the month of the day, and those that follow
/// @param rows by customer, by name
/// @param next cursor of the rows that follow, when only some were asked
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Schedule(
        LocalDate asOf,
        String currency,
        List<YearMonth> months,
        List<Row> rows,
        Amounts total,
        @Nullable String next) implements Report {

    /// @param overdue claims, bills of exchange left out, positive or 0, as are the months
    /// @param months falling due in each month
    /// @param later after the last month
    /// @param bills of exchange in circulation, in the month they fall due; what is due by now apart
    /// @param credits negative or 0
    /// @param total the balance of the ledger
    public record Amounts(
            BigDecimal overdue,
            List<BigDecimal> months,
            BigDecimal later,
            BigDecimal billsDue,
            List<BigDecimal> bills,
            BigDecimal billsLater,
            BigDecimal credits,
            BigDecimal total) {}

    /// @param creditLimit null: none
    /// @param available credit limit less what is still owed when all that falls due by the end of each month is
    /// paid
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String company,
            String customer,
            String name,
            BigDecimal overdue,
            List<BigDecimal> months,
            BigDecimal later,
            BigDecimal billsDue,
            List<BigDecimal> bills,
            BigDecimal billsLater,
            BigDecimal credits,
            BigDecimal total,
            @Nullable BigDecimal creditLimit,
            @Nullable List<BigDecimal> available) {}
}
