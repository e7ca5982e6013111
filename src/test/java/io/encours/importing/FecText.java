package io.encours.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A FEC made line by line in a test. `sale("C1", "F1", "2026-01-15", "120.00")` books an invoice with its counterpart.
final class FecText {

    static final String HEADER = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum"
            + "\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate"
            + "\tMontantdevise\tIdevise";

    private final List<String> lines = new ArrayList<>();
    private int entry;

    FecText sale(String customer, String document, String date, String amount) {
        return sale(customer, document, date, amount, "", "");
    }

    FecText sale(String customer, String document, String date, String amount, String code, String codeDate) {
        entry++;
        receivable("VE", "411000", customer, document, date, "FACTURE " + document, amount, "0", code, codeDate);
        return other("VE", "706000", document, date, "0", amount);
    }

    FecText creditNote(String customer, String document, String date, String amount) {
        entry++;
        receivable("VE", "411000", customer, document, date, "AVOIR " + document, "0", amount, "", "");
        return other("VE", "709000", document, date, amount, "0");
    }

    FecText receipt(String customer, String document, String date, String amount) {
        return receipt(customer, document, date, amount, "", "");
    }

    FecText receipt(String customer, String document, String date, String amount, String code, String codeDate) {
        entry++;
        receivable("BQ", "411000", customer, document, date, "VIREMENT " + document, "0", amount, code, codeDate);
        return other("BQ", "512000", document, date, amount, "0");
    }

    /// A line of the current entry; `entry()` begins a new one.
    FecText receivable(
            String journal,
            String account,
            String customer,
            String document,
            String date,
            String label,
            String debit,
            String credit,
            String code,
            String codeDate) {
        return line(journal, account, customer, document, date, date, label, debit, credit, code, codeDate);
    }

    FecText other(String journal, String account, String document, String date, String debit, String credit) {
        return line(journal, account, "", document, date, date, "CONTREPARTIE", debit, credit, "", "");
    }

    FecText entry() {
        entry++;
        return this;
    }

    FecText line(
            String journal,
            String account,
            String customer,
            String document,
            String date,
            String documentDate,
            String label,
            String debit,
            String credit,
            String code,
            String codeDate) {
        lines.add(String.join(
                "\t",
                journal,
                "Journal " + journal,
                String.valueOf(entry),
                packed(date),
                account,
                "Compte " + account,
                customer,
                customer.isEmpty() ? "" : "Client " + customer,
                document,
                packed(documentDate),
                label,
                debit.replace('.', ','),
                credit.replace('.', ','),
                code,
                packed(codeDate),
                packed(date),
                "",
                ""));
        return this;
    }

    FecText raw(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return HEADER + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private static String packed(String date) {
        return date.replace("-", "");
    }
}
