package io.encours.demo;

import io.encours.demo.Entry.Document;
import io.encours.demo.Entry.Journal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the entries by which a customer's debt becomes less, or comes back.
final class Receipts {

    static final String BANK = "51200000";

    private final Books books;
    private final DemoCustomer customer;

    Receipts(Books books, DemoCustomer customer) {
        this.books = books;
        this.customer = customer;
    }

    /// Money against one invoice, in full or in part.
    void receive(Claim claim, BigDecimal amount, LocalDate day, String label) {
        claim.against(receive(amount, day, label, claim.invoice()));
    }

    Line receive(BigDecimal amount, LocalDate day, String label, @Nullable Document about) {
        var line = Line.owesLess(customer, "411", amount);
        bank(day, new Document(paymentPrefix()), label, about, List.of(Line.debit(BANK, amount), line));
        return line;
    }

    /// One payment for several invoices; the bank line is less by `difference`, a charge of ours.
    List<Line> receive(List<Claim> claims, LocalDate day, @Nullable Line difference) {
        var total = Claim.total(claims);
        var received = books.company().subAccounts()
                ? claims.stream()
                        .map(claim -> Line.owesLess(customer, "411", claim.amount()))
                        .toList()
                : List.of(Line.owesLess(customer, "411", total));
        var lines = new ArrayList<Line>();
        if (difference == null) {
            lines.add(Line.debit(BANK, total));
        } else {
            lines.add(Line.debit(BANK, total.subtract(difference.debit())));
            lines.add(difference);
        }
        lines.addAll(received);
        bank(day, new Document(paymentPrefix()), paymentLabel() + customer.name(), null, lines);
        return received;
    }

    /// Money that goes back to the customer, or a payment the bank took back.
    Line returned(BigDecimal amount, LocalDate day, String prefix, String label, @Nullable Document about) {
        var line = Line.owes(customer, "411", amount, day);
        bank(day, new Document(prefix), label, about, List.of(line, Line.credit(BANK, amount)));
        return line;
    }

    /// Money on another account of the customer: a bill cashed, retention money released.
    Line cash(String root, BigDecimal amount, LocalDate day, Document document, String label, Document about) {
        var line = Line.owesLess(customer, root, amount);
        bank(day, document, label, about, List.of(Line.debit(BANK, amount), line));
        return line;
    }

    /// Moves what is left of a claim from 411 to another account.
    Line move(Claim claim, String root, LocalDate day, Document document, String label) {
        var moved = Line.owes(customer, root, claim.amount(), claim.dueDate());
        var less = Line.owesLess(customer, "411", claim.amount());
        books.post(new Entry(Journal.OD, day, document, day, label, claim.invoice(), List.of(moved, less)));
        claim.against(less);
        return moved;
    }

    void credit(Claim claim, BigDecimal amount, LocalDate day, String label) {
        var line = Line.owesLess(customer, "411", amount);
        var tax = customer.isTaxed()
                ? amount.divide(BigDecimal.valueOf(6), 2, RoundingMode.HALF_UP) // 20 % of what is without tax
                : BigDecimal.ZERO;
        var lines = new ArrayList<Line>();
        lines.add(Line.debit(books.company().salesAccount(), amount.subtract(tax)));
        if (tax.signum() > 0) {
            lines.add(Line.debit("44571000", tax));
        }
        lines.add(line);
        books.post(new Entry(Journal.VE, day, new Document("AV"), day, label, claim.invoice(), lines));
        claim.against(line);
    }

    String paymentLabel() {
        return switch (paymentPrefix()) {
            case "PRL" -> "Prélèvement ";
            case "CHQ" -> "Remise chèque ";
            default -> "Virement ";
        };
    }

    private void bank(LocalDate day, Document document, String label, @Nullable Document about, List<Line> lines) {
        books.post(new Entry(Journal.BQ, day, document, day, label, about, lines));
    }

    private String paymentPrefix() {
        if (customer.paysBy("PRLV")) {
            return "PRL";
        }
        return customer.paysBy("CHQ") || customer.paysBy("C") ? "CHQ" : "VIR";
    }
}
