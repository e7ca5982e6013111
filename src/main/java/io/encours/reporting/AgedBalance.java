package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The aged balance (R4): what is owed by days late, credits in a column of their own, the total equal to the
/// ledger.
///
/// @param currency of all amounts
/// @param buckets names, the first is what is not due
/// @param next cursor of the rows that follow, when only some were asked
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgedBalance(
        LocalDate asOf,
        String currency,
        List<String> buckets,
        List<Row> rows,
        Amounts total,
        @Nullable String next) implements Report {

    /// What a row stands for.
    public enum By {
        CUSTOMER,
        GROUP,
        AGENT,
        COMPANY,
        COUNTRY,
        SITE;

        public String messageKey() {
            return "reporting.by." + name();
        }
    }

    /// @param amounts claims by bucket, positive or 0
    /// @param unallocated payments, credit notes, deposits and all other credits, negative or 0
    /// @param total the balance of the ledger
    /// @param overdue Σ of the buckets but the first
    /// @param payments,creditNotes,deposits parts of `unallocated`
    /// @param overdueRate share of what is overdue in all claims, in percent with one decimal (kpi.md §2)
    public record Amounts(
            List<BigDecimal> amounts,
            BigDecimal unallocated,
            BigDecimal total,
            BigDecimal overdue,
            BigDecimal payments,
            BigDecimal creditNotes,
            BigDecimal deposits,
            BigDecimal overdueRate) {}

    /// @param customer code; null when rows are not customers
    /// @param key what the row is about: code of the customer, group, login of the collector…; empty: without one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Nullable String company,
            @Nullable String customer,
            String key,
            String name,
            List<BigDecimal> amounts,
            BigDecimal unallocated,
            BigDecimal total,
            BigDecimal overdue,
            BigDecimal payments,
            BigDecimal creditNotes,
            BigDecimal deposits) {

        static Row of(@Nullable String company, @Nullable String customer, String key, String name, Amounts of) {
            return new Row(
                    company,
                    customer,
                    key,
                    name,
                    of.amounts,
                    of.unallocated,
                    of.total,
                    of.overdue,
                    of.payments,
                    of.creditNotes,
                    of.deposits);
        }
    }
}
