package io.encours.demo;

import io.encours.demo.Entry.Document;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How one customer settles what it owes: by bill, direct debit or payment; in full, in part, without a word, late,
/// never.
final class Settling {

    private static final BigDecimal SMALLEST_BILL = BigDecimal.valueOf(300);
    /// Who is later than this had no money when the debit was presented.
    private static final int DEBIT_RETURNED = 60;

    private final DemoCustomer customer;
    private final Dice dice;
    private final Receipts receipts;
    private final Matchings matchings;
    private final LocalDate stopsPaying;
    private final boolean becomesDoubtful;
    private final SortedMap<LocalDate, List<Claim>> runs = new TreeMap<>();

    Settling(Books books, DemoCustomer customer, Dice dice) {
        this.customer = customer;
        this.dice = dice;
        this.receipts = new Receipts(books, customer);
        this.matchings = new Matchings(books, dice.between(0, 675));
        this.stopsPaying = customer.payer() == Payer.BROKE
                ? books.today().minusDays(dice.between(80, 300))
                : books.today().plusYears(9);
        this.becomesDoubtful = dice.percent(45);
    }

    /// Years away for who goes on paying.
    LocalDate stopsPaying() {
        return stopsPaying;
    }

    void settle(Claim claim) {
        if (customer.paysBy("LCR") && claim.amount().compareTo(SMALLEST_BILL) > 0) {
            byBill(claim);
        } else if (customer.paysBy("PRLV")) {
            byDirectDebit(claim);
        } else if (customer.payer() == Payer.DISPUTING && dice.percent(30)) {
            disputed(claim);
        } else if (customer.terms() != Terms.ON_RECEIPT && dice.perThousand(30)) {
            partlySentBack(claim);
        } else {
            byPayment(claim);
        }
    }

    void depositUsed(LocalDate day, List<Line> lines) {
        matchings.whole(day, lines);
    }

    void retention(Line held, LocalDate dueDate, Document invoice) {
        var day = Dice.weekday(dueDate.plusDays(dice.between(0, 45)));
        var released = receipts.cash(
                "4117", held.debit(), day, new Document("VIR"), "Virement retenue de garantie {}", invoice);
        matchings.whole(day, List.of(held, released));
    }

    /// Writes what was put off: the payment runs, then the codes.
    void finish() {
        runs.forEach((day, claims) -> pay(claims, day));
        matchings.write();
    }

    private void byPayment(Claim claim) {
        var day = paymentDay(claim);
        if (day.isAfter(stopsPaying)) {
            unpaid(claim);
        } else if (customer.paysInRuns()) {
            runs.computeIfAbsent(nextRun(day), any -> new ArrayList<>()).add(claim);
        } else if (customer.payer() != Payer.EARLY && customer.payer() != Payer.ON_TIME && dice.percent(8)) {
            inTwoParts(claim, day);
        } else {
            pay(List.of(claim), day);
        }
    }

    private LocalDate paymentDay(Claim claim) {
        var day = Dice.weekday(claim.dueDate().plusDays(customer.payer().delay(claim.dueDate(), dice)));
        var soonest = Dice.weekday(claim.date().plusDays(2));
        return day.isBefore(soonest) ? soonest : day;
    }

    private static LocalDate nextRun(LocalDate day) {
        if (day.getDayOfMonth() <= 10) {
            return Dice.weekday(day.withDayOfMonth(10));
        }
        return Dice.weekday(
                day.getDayOfMonth() <= 25
                        ? day.withDayOfMonth(25)
                        : day.plusMonths(1).withDayOfMonth(10));
    }

    private void pay(List<Claim> claims, LocalDate day) {
        var total = Claim.total(claims);
        var together = new ArrayList<>(receipts.receive(claims, day, difference(total)));
        claims.forEach(claim -> together.addAll(claim.lines()));
        // Now and then nobody sees what a payment is for, and it stays unallocated for weeks.
        matchings.whole(dice.percent(3) ? day.plusDays(dice.between(20, 45)) : day, together);
        if (dice.perThousand(4)) {
            paidTwice(total, day);
        }
    }

    /// Cash discount (665) of who pays early, or some cents that are let go (658).
    private @Nullable Line difference(BigDecimal total) {
        if (customer.payer() == Payer.EARLY
                && customer.number() % 2 == 1
                && customer.terms() != Terms.ON_RECEIPT
                && total.signum() > 0) {
            return Line.debit("66500000", total.movePointLeft(2).setScale(2, RoundingMode.UP));
        }
        return dice.percent(1) && total.compareTo(BigDecimal.TEN) > 0
                ? Line.debit("65800000", BigDecimal.valueOf(dice.between(1, 190), 2))
                : null;
    }

    private void paidTwice(BigDecimal total, LocalDate day) {
        var secondDay = Dice.weekday(day.plusDays(dice.between(1, 9)));
        var second = receipts.receive(total, secondDay, receipts.paymentLabel() + customer.name(), null);
        var refundDay = Dice.weekday(day.plusDays(dice.between(50, 100)));
        var refund =
                receipts.returned(total, refundDay, "RBT", "Remboursement double paiement " + customer.name(), null);
        matchings.whole(refundDay, List.of(second, refund));
    }

    private void inTwoParts(Claim claim, LocalDate day) {
        receipts.receive(claim, dice.share(claim.amount(), 30, 65), day, "Règlement partiel {}");
        matchings.partial(day, claim.lines());
        var second = Dice.weekday(day.plusDays(dice.between(20, 60)));
        if (second.isBefore(stopsPaying)) {
            receipts.receive(claim, claim.amount(), second, "Solde {}");
            matchings.whole(second, claim.lines());
        }
    }

    /// Paid short; the rest is credited, paid after all, or still talked about.
    private void disputed(Claim claim) {
        var day = paymentDay(claim);
        receipts.receive(claim, dice.share(claim.amount(), 60, 95), day, "Règlement {} sous réserve");
        matchings.partial(day, claim.lines());
        var end = Dice.weekday(day.plusDays(dice.between(25, 90)));
        var outcome = dice.between(0, 9);
        if (outcome == 9) {
            return;
        }
        if (outcome < 6) {
            receipts.credit(claim, claim.amount(), end, "Avoir sur {} suite à litige");
        } else {
            receipts.receive(claim, claim.amount(), end, "Solde {}");
        }
        matchings.whole(end, claim.lines());
    }

    private void partlySentBack(Claim claim) {
        var day = Dice.weekday(claim.date().plusDays(dice.between(3, 12)));
        receipts.credit(claim, dice.share(claim.amount(), 8, 35), day, "Avoir sur {} retour");
        byPayment(claim);
    }

    private void byBill(Claim claim) {
        var day = Dice.weekday(claim.date().plusDays(dice.between(4, 12)));
        var document = new Document("LCR");
        var bill = receipts.move(claim, "413", day, document, "LCR {} ECH " + Fec.shortDate(claim.dueDate()));
        matchings.whole(day, claim.lines());
        var maturity = Dice.weekday(claim.dueDate().isBefore(day) ? day : claim.dueDate());
        var cashed = receipts.cash("413", bill.debit(), maturity, document, "Encaissement LCR {}", claim.invoice());
        matchings.whole(maturity, List.of(bill, cashed));
    }

    /// Who has no money on the day gets the debit returned, and pays later by transfer.
    private void byDirectDebit(Claim claim) {
        var delay = customer.payer().delay(claim.dueDate(), dice);
        var presented = Dice.weekday(claim.dueDate());
        var amount = claim.amount();
        receipts.receive(claim, amount, presented, "Prélèvement {}");
        matchings.whole(presented, claim.lines());
        if (delay <= DEBIT_RETURNED) {
            return;
        }
        var day = Dice.weekday(presented.plusDays(3));
        var owedAgain = receipts.returned(
                amount, day, "IMP", "REJET PRLV {} provision insuffisante ECH " + Fec.shortDate(day), claim.invoice());
        var paid = Dice.weekday(claim.dueDate().plusDays(delay));
        var payment = receipts.receive(amount, paid, "Virement après rejet " + customer.name(), null);
        matchings.whole(paid, List.of(owedAgain, payment));
    }

    /// A customer that pays no more sends a little at best; some of its invoices become doubtful.
    private void unpaid(Claim claim) {
        if (dice.percent(10)) {
            var day = Dice.weekday(claim.dueDate().plusDays(dice.between(20, 50)));
            receipts.receive(claim, dice.share(claim.amount(), 10, 25), day, "Règlement partiel {}");
            matchings.partial(day, claim.lines());
        } else if (becomesDoubtful) {
            var day = Dice.weekday(claim.dueDate().plusDays(150));
            receipts.move(claim, "416", day, new Document("OD"), "Douteux {} ECH " + Fec.shortDate(claim.dueDate()));
            matchings.whole(day, claim.lines());
        }
    }
}
