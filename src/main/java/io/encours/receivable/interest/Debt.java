package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An amount owed with what was paid of it and when, as interest sees it.
///
/// @param original incl. tax, positive
/// @param credits in any order; together not more than the original
public record Debt(LocalDate documentDate, LocalDate dueDate, BigDecimal original, List<Credit> credits) {

    /// What reduced the debt.
    ///
    /// @param on day the money arrived or the credit note was entered: the debt is smaller from the day after
    public record Credit(LocalDate on, BigDecimal amount, Kind kind) {

        public enum Kind {
            /// May go to interest first.
            MONEY,
            CREDIT_NOTE,
            /// An entry of the accounts, such as the transfer to doubtful customers.
            OTHER
        }
    }

    /// Nothing was left unpaid at the end of the due date.
    public boolean wasPaidInTime() {
        return remaining(dueDate).signum() <= 0;
    }

    /// Credit notes took the whole of it back, so that nothing was owed.
    public boolean wasCancelled() {
        return credits.stream()
                        .filter(credit -> credit.kind() == Credit.Kind.CREDIT_NOTE)
                        .map(Credit::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(original)
                >= 0;
    }

    /// The day from which nothing remained; none: something remains by the end of the day given.
    public Optional<LocalDate> settledBy(LocalDate day) {
        return remaining(day).signum() > 0
                ? Optional.empty()
                : credits.stream()
                        .map(Credit::on)
                        .filter(on -> !on.isAfter(day))
                        .max(Comparator.naturalOrder());
    }

    /// What of the original was not credited by the end of a day.
    public BigDecimal remaining(LocalDate day) {
        return credits.stream()
                .filter(credit -> !credit.on().isAfter(day))
                .map(Credit::amount)
                .reduce(original, BigDecimal::subtract);
    }
}
