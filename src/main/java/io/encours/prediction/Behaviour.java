package io.encours.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How a customer, or all of a company, has paid (kpi.md §7), as sums from which the means follow.
///
/// @param invoices paid, each once, on the day nothing remained of it (D2)
/// @param daysFromInvoice Σ days from the date of the invoice to that day
/// @param daysLate Σ days from the due date to that day, negative: early
/// @param paid money on invoices, one observation a payment; credit notes and write-offs are not money
/// @param paidDaysFromInvoice Σ amount × days from the date of the invoice to the payment
/// @param paidDaysLate Σ amount × days from the due date to the payment
public record Behaviour(
        long invoices,
        long daysFromInvoice,
        long daysLate,
        BigDecimal paid,
        BigDecimal paidDaysFromInvoice,
        BigDecimal paidDaysLate) {

    public static final Behaviour NONE = new Behaviour(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /// Average payment delay (*DMP*) in days, one decimal, not weighted (D2); null: nothing was paid yet.
    public @Nullable BigDecimal delay(DelayReference reference) {
        return mean(
                switch (reference) {
                    case INVOICE_DATE -> daysFromInvoice;
                    case DUE_DATE -> daysLate;
                },
                invoices);
    }

    /// The same weighted by amount, over payments.
    public @Nullable BigDecimal weightedDelay(DelayReference reference) {
        return mean(
                switch (reference) {
                    case INVOICE_DATE -> paidDaysFromInvoice;
                    case DUE_DATE -> paidDaysLate;
                },
                paid);
    }

    /// Mean lateness (*retard moyen*): from the due date, whatever the reference of the delay is.
    public @Nullable BigDecimal lateness() {
        return delay(DelayReference.DUE_DATE);
    }

    public @Nullable BigDecimal weightedLateness() {
        return weightedDelay(DelayReference.DUE_DATE);
    }

    public Behaviour plus(Behaviour other) {
        return new Behaviour(
                invoices + other.invoices,
                daysFromInvoice + other.daysFromInvoice,
                daysLate + other.daysLate,
                paid.add(other.paid),
                paidDaysFromInvoice.add(other.paidDaysFromInvoice),
                paidDaysLate.add(other.paidDaysLate));
    }

    private static @Nullable BigDecimal mean(long sum, long count) {
        return mean(BigDecimal.valueOf(sum), BigDecimal.valueOf(count));
    }

    private static @Nullable BigDecimal mean(BigDecimal sum, BigDecimal weight) {
        return weight.signum() <= 0 ? null : sum.divide(weight, 1, RoundingMode.HALF_UP);
    }
}
