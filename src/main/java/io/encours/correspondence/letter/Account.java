package io.encours.correspondence.letter;

import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.MergeData.Totals;
import io.encours.customer.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A customer as letters see them.
///
/// @param isInsolvent collective proceedings are open: the claim is declared, nothing is chased
/// @param open items with something remaining, credits among them, by due date
public record Account(Customer customer, Person agent, boolean isInsolvent, List<OpenItem> open) {

    /// @param isDeposit received in advance, for something else
    /// @param isChased see `Chasing`
    public record OpenItem(
            long id,
            String document,
            String label,
            boolean isDeposit,
            boolean isChased,
            LocalDate date,
            LocalDate dueDate,
            BigDecimal original,
            BigDecimal remaining) {

        public boolean isClaim() {
            return remaining.signum() > 0;
        }

        /// What is due today is not overdue.
        public boolean isOverdue(LocalDate today) {
            return isClaim() && dueDate.isBefore(today);
        }
    }

    public BigDecimal overdue(LocalDate today) {
        return sum(open.stream().filter(item -> item.isOverdue(today)).toList());
    }

    /// Payments and credit notes cover what is overdue; before anything is overdue the account as a whole counts.
    public boolean isInCredit(LocalDate today) {
        var overdue = overdue(today);
        return overdue.signum() > 0
                ? credits().compareTo(overdue) >= 0
                : balance().signum() <= 0;
    }

    /// Payments and credit notes that settle nothing yet, as a positive amount; deposits are for something else.
    public BigDecimal credits() {
        return sum(open.stream()
                        .filter(item -> !item.isClaim() && !item.isDeposit())
                        .toList())
                .negate();
    }

    public BigDecimal balance() {
        return sum(open);
    }

    public Totals totals(LocalDate today) {
        var claims = sum(open.stream().filter(OpenItem::isClaim).toList());
        var overdue = overdue(today);
        return new Totals(overdue, claims.subtract(overdue), claims.subtract(balance()), balance());
    }

    Optional<OpenItem> item(long id) {
        return open.stream().filter(item -> item.id() == id).findFirst();
    }

    static BigDecimal sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
