package io.encours.correspondence.notice;

import io.encours.receivable.Item;
import io.encours.receivable.interest.Amounts;
import io.encours.receivable.interest.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a formal notice demands: of each item what remains, the interest and the indemnity that were neither invoiced
/// nor waived, less what the customer has paid and nobody has matched yet.
///
/// @param items demanded, by due date
/// @param claims of these items, in the same order
/// @param credits taken off, positive, at most the principal
public record Demand(
        NoticeAccount account,
        List<Item> items,
        List<Claim> claims,
        BigDecimal credits,
        LocalDate deadline,
        NoticeTerms terms) {

    static Demand of(NoticeAccount account, List<Item> items, LocalDate deadline, NoticeTerms terms) {
        var claims = account.claims().claims().stream()
                .filter(claim -> items.stream().anyMatch(item -> item.id().equals(claim.item())))
                .filter(claim -> !claim.claimable().positive().isZero())
                .toList();
        var principal = NoticeAccount.sum(items);
        return new Demand(account, items, claims, account.credits().min(principal), deadline, terms);
    }

    public BigDecimal principal() {
        return NoticeAccount.sum(items);
    }

    public Amounts charges() {
        return claims.stream().map(claim -> claim.claimable().positive()).reduce(Amounts.NONE, Amounts::plus);
    }

    public BigDecimal total() {
        return principal().subtract(credits).add(charges().total());
    }

    public Optional<Claim> claim(Item item) {
        return claims.stream().filter(claim -> claim.item().equals(item.id())).findFirst();
    }

    public boolean provisional() {
        return claims.stream().anyMatch(claim -> claim.accrual().provisional());
    }
}
