package io.encours.correspondence.notice;

import io.encours.company.Letterhead;
import io.encours.correspondence.Chasing;
import io.encours.customer.Customer;
import io.encours.platform.RowId;
import io.encours.receivable.Item;
import io.encours.receivable.ItemKind;
import io.encours.receivable.interest.Amounts;
import io.encours.receivable.interest.CustomerClaims;
import io.encours.receivable.interest.Debtor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// All that a formal notice needs to know of a customer.
///
/// @param open items with something remaining, by due date
/// @param held items, see `HeldItems`
/// @param claims interest and indemnities, of today
public record NoticeAccount(
        Customer customer, Letterhead paper, List<Item> open, Set<RowId> held, CustomerClaims claims, LocalDate today) {

    /// What may be demanded: overdue claims that are chased.
    public List<Item> demandable() {
        return open.stream()
                .filter(item -> item.remaining().signum() > 0)
                .filter(item -> item.dueDate().isBefore(today))
                .filter(item ->
                        Chasing.isChased(item.kind(), item.presentedOn(), item.rejectedOn(), held.contains(item.id())))
                .toList();
    }

    /// Payments and credit notes that settle nothing yet, positive; deposits are for something else.
    public BigDecimal credits() {
        return open.stream()
                .filter(item -> item.remaining().signum() < 0 && item.kind() != ItemKind.DEPOSIT)
                .map(item -> item.remaining().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal balance() {
        return open.stream().map(Item::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal overdue() {
        return sum(demandable());
    }

    /// Interest and indemnity of an item that were neither invoiced nor waived.
    public Amounts charges(Item item) {
        return claims.claims().stream()
                .filter(claim -> claim.item().equals(item.id()))
                .map(claim -> claim.claimable().positive())
                .findFirst()
                .orElse(Amounts.NONE);
    }

    public boolean isConsumer() {
        return claims.customerTerms().debtor() == Debtor.CONSUMER;
    }

    public boolean isInsolvent() {
        var opened = claims.customerTerms().insolvencyOn();
        return opened != null && !opened.isAfter(today);
    }

    static BigDecimal sum(List<Item> items) {
        return items.stream().map(Item::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
