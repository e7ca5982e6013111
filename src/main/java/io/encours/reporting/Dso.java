package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Days sales outstanding (D1) of a company or a customer as of a day. Days have one decimal; what cannot be
/// computed is
/// null, with the reason.
///
/// @param bestPossibleDso the same of what is not overdue (kpi.md §5)
/// @param averageDaysDelinquent the difference (kpi.md §6)
/// @param netOfDeposits the DSO had deposits received (4191) been taken off
/// @param days of turnover; null: by calendar months
/// @param receivables net of unallocated receipts, without doubtful customers (416) and deposits
/// @param notDue claims of these that are not overdue
/// @param deposits received, negative or 0
/// @param turnover with tax, of the days; by count-back that of the months used up
/// @param ledgerBegins with opening balances on this day, so that earlier turnover is not known; only when that
///     is the reason
/// @param months how it was at the end of the twelve months before, and as of the day; when asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dso(
        LocalDate asOf,
        DsoMethod method,
        @JsonInclude @Nullable BigDecimal dso,
        @JsonInclude @Nullable BigDecimal bestPossibleDso,
        @JsonInclude @Nullable BigDecimal averageDaysDelinquent,
        @Nullable NoDso reason,
        @Nullable BigDecimal netOfDeposits,
        @Nullable Integer days,
        String currency,
        BigDecimal receivables,
        BigDecimal notDue,
        BigDecimal deposits,
        BigDecimal turnover,
        @Nullable LocalDate ledgerBegins,
        @Nullable List<Month> months)
        implements Report {

    /// Why there is no figure.
    public enum NoDso {
        /// No turnover in the days looked at.
        NO_TURNOVER,
        /// The ledger begins, with opening balances, later than the turnover looked at.
        LEDGER_TOO_SHORT,
        /// More than 24 months of turnover are outstanding.
        MORE_THAN_730_DAYS,
        /// A customer with fewer than three invoices: months cannot be counted back.
        FEWER_THAN_3_INVOICES;

        public String messageKey() {
            return "reporting.noDso." + name();
        }
    }

    /// A point of the curve.
    public record Month(
            LocalDate asOf,
            @Nullable BigDecimal dso,
            @Nullable BigDecimal bestPossibleDso,
            @Nullable BigDecimal averageDaysDelinquent) {}

    Dso with(List<Month> curve) {
        return new Dso(
                asOf,
                method,
                dso,
                bestPossibleDso,
                averageDaysDelinquent,
                reason,
                netOfDeposits,
                days,
                currency,
                receivables,
                notDue,
                deposits,
                turnover,
                ledgerBegins,
                curve);
    }

    Month point() {
        return new Month(asOf, dso, bestPossibleDso, averageDaysDelinquent);
    }
}
