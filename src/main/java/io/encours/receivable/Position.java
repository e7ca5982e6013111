package io.encours.receivable;

import java.math.BigDecimal;

/// What a customer owes as of a day. Balance = overdue + not due + credits, whatever their kind.
///
/// @param overdue claims past their due date, positive
/// @param notDue claims not yet due, positive
/// @param unallocated payments not set against a claim, negative or 0
/// @param creditNotes negative or 0
/// @param deposits received in advance (4191), negative or 0
/// @param overdueItems number of items, as are the others
public record Position(
        long customerId,
        String currency,
        BigDecimal balance,
        BigDecimal overdue,
        BigDecimal notDue,
        BigDecimal unallocated,
        BigDecimal creditNotes,
        BigDecimal deposits,
        int overdueItems,
        int notDueItems,
        int creditItems,
        int depositItems) {

    public static Position none(long customerId, String currency) {
        return new Position(
                customerId,
                currency,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                0,
                0,
                0);
    }
}
