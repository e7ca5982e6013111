package io.encours.receivable;

import io.encours.platform.RowId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An open or settled item as of a day.
///
/// @param company code
/// @param customer code
/// @param original debit less credit: positive is owed by the customer
/// @param remaining as of the day, between 0 and original
/// @param settledOn from this day on nothing remains; null: open
/// @param inferred settled, wholly or in part, by our own allocation
/// @param presentedOn direct debit handed to the bank
/// @param rejectedOn and returned unpaid
public record Item(
        RowId id,
        long companyId,
        String company,
        String customer,
        String customerName,
        @Nullable Long agentId,
        String document,
        ItemKind kind,
        LocalDate documentDate,
        LocalDate entryDate,
        LocalDate dueDate,
        String dueDateSource,
        String label,
        @Nullable String paymentMethod,
        String controlAccount,
        BigDecimal original,
        BigDecimal remaining,
        String currency,
        ItemState state,
        Colour colour,
        @Nullable LocalDate settledOn,
        boolean inferred,
        @Nullable LocalDate presentedOn,
        @Nullable LocalDate rejectedOn,
        @Nullable String rejectionReason) {

    /// What is said of its direct debit, for whoever tells more to say what they had read.
    public String debit() {
        return (presentedOn == null ? "" : presentedOn) + "~" + (rejectedOn == null ? "" : rejectedOn);
    }

    public enum ItemState {
        OPEN,
        PARTLY_SETTLED,
        SETTLED
    }

    /// S4: red is a credit whatever its date, blue is not yet due, black is an overdue claim. What is due today
    /// is not overdue.
    public enum Colour {
        RED,
        BLUE,
        BLACK;

        public static Colour of(BigDecimal amount, LocalDate dueDate, LocalDate asOf) {
            return amount.signum() < 0 ? RED : dueDate.isBefore(asOf) ? BLACK : BLUE;
        }
    }
}
