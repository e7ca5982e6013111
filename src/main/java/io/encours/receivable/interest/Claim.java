package io.encours.receivable.interest;

import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What late payment of an item gives the right to, as of a day. It is not lost when the principal is paid (K5).
///
/// @param kind null: the item is not late, or no longer there, and only decisions speak of it
/// @param remaining of the principal, by the days the money arrived
/// @param settledOn the day the last of it was credited; null: something remains
/// @param accrual interest line by line
/// @param accrued interest rounded once, and the indemnity
public record Claim(
        RowId item,
        String document,
        @Nullable ItemKind kind,
        LocalDate documentDate,
        LocalDate dueDate,
        BigDecimal original,
        BigDecimal remaining,
        @Nullable LocalDate settledOn,
        String currency,
        Accrual accrual,
        Amounts accrued,
        Amounts invoiced,
        Amounts waived) {

    /// What may still be asked for; below zero when more was invoiced than is owed now.
    public Amounts claimable() {
        return accrued.minus(invoiced).minus(waived);
    }

    /// From the due date to the payment, or to the day.
    public long daysLate(LocalDate asOf) {
        return Math.max(0, ChronoUnit.DAYS.between(dueDate, settledOn == null ? asOf : settledOn));
    }

    Claim with(ClaimDecision decision) {
        return switch (decision.kind()) {
            case INVOICED -> with(invoiced.plus(decision.amounts()), waived);
            case WAIVED -> with(invoiced, waived.plus(decision.amounts()));
        };
    }

    /// With this much of the indemnity of its invoice.
    Claim withIndemnity(BigDecimal indemnity) {
        return copy(new Amounts(accrued.interest(), indemnity), invoiced, waived);
    }

    /// Of the indemnity, by decisions that stand.
    BigDecimal decidedIndemnity() {
        return invoiced.indemnity().add(waived.indemnity());
    }

    private Claim with(Amounts nowInvoiced, Amounts nowWaived) {
        return copy(accrued, nowInvoiced, nowWaived);
    }

    private Claim copy(Amounts nowAccrued, Amounts nowInvoiced, Amounts nowWaived) {
        return new Claim(
                item,
                document,
                kind,
                documentDate,
                dueDate,
                original,
                remaining,
                settledOn,
                currency,
                accrual,
                nowAccrued,
                nowInvoiced,
                nowWaived);
    }
}
