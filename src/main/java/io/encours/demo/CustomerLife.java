package io.encours.demo;

import io.encours.demo.Entry.Document;
import io.encours.demo.Entry.Journal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// Two years of one customer: what is sold to it, month by month. How it pays is told in `Settling`.
final class CustomerLife {

    private static final BigDecimal TAX = new BigDecimal("0.20");
    private static final BigDecimal RETAINED = new BigDecimal("0.05");

    private final Books books;
    private final DemoCustomer customer;
    private final Dice dice;
    private final Settling settling;

    CustomerLife(Books books, DemoCustomer customer) {
        this.books = books;
        this.customer = customer;
        this.dice = new Dice(books.company().serial() * 1000L + customer.number() + 500_000_000L);
        this.settling = new Settling(books, customer, dice);
    }

    void write() {
        var lastSale = settling.stopsPaying().plusDays(60);
        // Orders of the weeks to come are there too: their deposits may have been received.
        for (var month = YearMonth.from(books.first());
                !month.isAfter(YearMonth.from(books.today().plusDays(40))); ) {
            for (var day : salesDays(month)) {
                if (!day.isBefore(books.first()) && !day.isAfter(lastSale)) {
                    sell(day);
                }
            }
            month = month.plusMonths(1);
        }
        settling.finish();
    }

    private List<LocalDate> salesDays(YearMonth month) {
        var season = switch (month.getMonthValue()) {
            case 8 -> 55;
            case 12, 5 -> 85;
            case 3, 6, 9, 10 -> 112;
            default -> 100;
        };
        var hundredths = customer.salesPerYear() * season / 12;
        var count = hundredths / 100 + (dice.percent(hundredths % 100) ? 1 : 0);
        var days = new ArrayList<LocalDate>();
        for (var sale = 0; sale < count; sale++) {
            days.add(Dice.weekday(month.atDay(dice.between(1, month.lengthOfMonth()))));
        }
        return days.stream().sorted().toList();
    }

    private void sell(LocalDate day) {
        var net = dice.around(customer.usualAmount());
        var tax = customer.isTaxed() ? net.multiply(TAX).setScale(2, RoundingMode.HALF_UP) : BigDecimal.ZERO;
        var gross = net.add(tax);
        var retained = books.company().retentions() && customer.number() % 9 == 4
                ? gross.multiply(RETAINED).setScale(2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        var dueDate = customer.terms().dueDate(day);
        var invoice = new Document("FA");
        var owed = Line.owes(customer, "411", gross.subtract(retained), dueDate);
        var lines =
                new ArrayList<Line>(List.of(owed, Line.credit(books.company().salesAccount(), net)));
        if (tax.signum() > 0) {
            lines.add(Line.credit("44571000", tax));
        }
        if (retained.signum() > 0) {
            var held = Line.owes(customer, "4117", retained, day.plusYears(1));
            lines.add(1, held);
            settling.retention(held, day.plusYears(1), invoice);
        }
        var claim = Claim.of(invoice, day, dueDate, owed);
        deposit(claim);
        books.post(new Entry(Journal.VE, day, invoice, day, "Facture {} " + customer.name(), null, lines));
        settling.settle(claim);
    }

    /// Part of the order was paid in advance: received on 4191, taken off the invoice on its day.
    private void deposit(Claim claim) {
        if (!books.company().deposits() || !dice.percent(5)) {
            return;
        }
        var amount = dice.share(claim.amount(), 20, 40);
        var received = Dice.weekday(claim.date().minusDays(dice.between(15, 45)));
        if (received.isBefore(books.first())) {
            return;
        }
        var deposit = Line.owesLess(customer, "4191", amount);
        books.post(new Entry(
                Journal.BQ,
                received,
                new Document("AC"),
                received,
                "Acompte sur commande " + customer.name(),
                null,
                List.of(Line.debit(Receipts.BANK, amount), deposit)));
        var used = Line.owes(customer, "4191", amount, claim.date());
        var less = Line.owesLess(customer, "411", amount);
        var day = claim.date();
        books.post(new Entry(
                Journal.OD,
                day,
                new Document("OD"),
                day,
                "Imputation acompte sur {}",
                claim.invoice(),
                List.of(used, less)));
        settling.depositUsed(day, List.of(deposit, used));
        claim.against(less);
    }
}
