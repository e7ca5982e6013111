package io.encours.worklist.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line as the page shows it.
///
/// @param kind in words; null: an invoice
/// @param customerName null: the group says it
/// @param lateness of the due date, "+20 j"; empty for credits
/// @param action id; null: there is none, see `reason`
/// @param held until when it was put off, in words; null: it was not
/// @param lateDays of the action; 0: not late
/// @param urgency what its amount is multiplied by, "× 6,3"; null: it has no priority, or it is not shown
/// @param reasons of its priority, in words
/// @param done what was just done here, in words; null: nothing
public record LineView(
        String item,
        String document,
        @Nullable String kind,
        String customerPath,
        @Nullable String customerName,
        LocalDate documentDate,
        LocalDate due,
        String lateness,
        BigDecimal amount,
        String colour,
        @Nullable String paymentMethod,
        @Nullable String stage,
        @Nullable String action,
        @Nullable String code,
        @Nullable String label,
        @Nullable String icon,
        @Nullable LocalDate date,
        @Nullable String held,
        long lateDays,
        @Nullable String reason,
        @Nullable String done,
        @Nullable String urgency,
        List<String> reasons) {

    public String cents() {
        return amount.movePointRight(2).toBigInteger().toString();
    }

    LineView justDone(String what) {
        return new LineView(
                item,
                document,
                kind,
                customerPath,
                customerName,
                documentDate,
                due,
                lateness,
                amount,
                colour,
                paymentMethod,
                stage,
                action,
                code,
                label,
                icon,
                date,
                held,
                lateDays,
                reason,
                what,
                urgency,
                reasons);
    }
}
