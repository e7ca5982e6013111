package io.encours.receivable.interest;

import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.receivable.interest.CustomerAccount.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The claims of a customer from the lines of the account and the decisions made: a pure function.
final class ClaimBook {

    /// D441-5: once for an invoice paid late, whatever its amount and however it was paid.
    static final BigDecimal INDEMNITY = BigDecimal.valueOf(40);

    private static final String EURO = "EUR";

    /// What bears interest when late: amounts of invoices, and payments that came back.
    private static final Set<ItemKind> BEARING =
            Set.of(ItemKind.INVOICE, ItemKind.DEPOSIT_INVOICE, ItemKind.RETENTION, ItemKind.RETURNED_PAYMENT);

    private static final Comparator<Line> IN_ORDER =
            Comparator.comparing(Line::dueDate).thenComparingLong(Line::id);

    private final InterestTerms terms;
    private final ReferenceRates rates;
    private final LocalDate asOf;

    ClaimBook(InterestTerms terms, ReferenceRates rates, LocalDate asOf) {
        this.terms = terms;
        this.rates = rates;
        this.asOf = asOf;
    }

    static boolean bears(Line line, LocalDate asOf) {
        return line.isDebit()
                && BEARING.contains(line.kind())
                && line.dueDate().isBefore(asOf)
                && !line.entryDate().isAfter(asOf);
    }

    /// By due date; only where something accrued or was decided.
    List<Claim> claims(CustomerAccount account, List<ClaimDecision> decisions) {
        var credits = account.credits();
        var claims = new LinkedHashMap<Long, Claim>();
        var indemnified = new HashSet<List<Object>>();
        for (var line : account.debits().stream()
                .filter(line -> bears(line, asOf) && !account.isCarriedOn(line.id()))
                .sorted(IN_ORDER)
                .toList()) {
            var debt = new Debt(
                    line.documentDate(), line.dueDate(), line.amount(), credits.getOrDefault(line.id(), List.of()));
            if (!debt.wasPaidInTime() && !debt.wasCancelled()) {
                var claim = claim(account.customerId(), line, debt, indemnified);
                if (!claim.accrued().isZero()) {
                    claims.put(line.id(), claim);
                }
            }
        }
        decisions.forEach(decision -> apply(decision, account.customerId(), claims));
        return Indemnities.onceAnInvoice(account, claims.values()).stream()
                .sorted(Comparator.comparing(Claim::dueDate)
                        .thenComparingLong(claim -> claim.item().id()))
                .toList();
    }

    private Claim claim(long customerId, Line line, Debt debt, Set<List<Object>> indemnified) {
        var accrual = Accrual.of(debt, terms, rates, asOf);
        var indemnity = indemnifies(line) && indemnified.add(invoice(line)) ? INDEMNITY : BigDecimal.ZERO;
        return new Claim(
                new RowId(customerId, line.id()),
                line.document(),
                line.kind(),
                line.documentDate(),
                line.dueDate(),
                line.amount(),
                debt.remaining(asOf),
                debt.settledBy(asOf).orElse(null),
                line.currency(),
                accrual,
                new Amounts(accrual.total(), indemnity),
                Amounts.NONE,
                Amounts.NONE);
    }

    private boolean indemnifies(Line line) {
        var insolvency = terms.insolvencyOn();
        var forbidden = insolvency != null
                && line.documentDate().isBefore(insolvency)
                && !line.dueDate().isBefore(insolvency);
        return terms.indemnity()
                && !forbidden
                && line.kind() != ItemKind.RETURNED_PAYMENT
                && line.currency().equals(EURO);
    }

    /// Instalments of one invoice give one indemnity together.
    private static List<Object> invoice(Line line) {
        return line.document().isBlank() ? List.of(line.id()) : List.of(line.document(), line.documentDate());
    }

    /// A decision counts for its item, else for the one that took its place, else it stands alone.
    private static void apply(ClaimDecision decision, long customerId, Map<Long, Claim> claims) {
        var id = claims.containsKey(decision.itemId())
                ? decision.itemId()
                : new ArrayList<>(claims.values())
                        .stream()
                                .filter(claim -> !decision.document().isBlank()
                                        && claim.document().equals(decision.document())
                                        && claim.dueDate().equals(decision.dueDate()))
                                .map(claim -> claim.item().id())
                                .findFirst()
                                .orElse(decision.itemId());
        var claim = claims.computeIfAbsent(id, missing -> alone(customerId, decision));
        claims.put(id, claim.with(decision));
    }

    private static Claim alone(long customerId, ClaimDecision decision) {
        return new Claim(
                new RowId(customerId, decision.itemId()),
                decision.document(),
                null,
                decision.dueDate(),
                decision.dueDate(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                decision.currency(),
                new Accrual(List.of(), BigDecimal.ZERO),
                Amounts.NONE,
                Amounts.NONE,
                Amounts.NONE);
    }
}
