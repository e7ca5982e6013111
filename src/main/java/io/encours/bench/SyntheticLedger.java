package io.encours.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A FEC of any length: invoices of three lines and payments of two, spread over a year and over one customer for every
/// hundred lines. `open` says how many of ten invoices stay unpaid.
final class SyntheticLedger {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String HEADER = String.join(
            "|",
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");
    private static final int DAYS = 360;

    private final LocalDate first;
    private final int lines;
    private final int open;
    private final Random random = new Random(20261124);

    /// @param first day of the fiscal year, a first of January
    SyntheticLedger(LocalDate first, int lines, int open) {
        this.first = first;
        this.lines = lines;
        this.open = open;
    }

    int customers() {
        return Math.max(1, lines / 100);
    }

    Path write(Path folder) throws IOException {
        var file = folder.resolve("000100024FEC%d1231.txt".formatted(first.getYear()));
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            line(out, List.of(HEADER));
            var written = 0;
            for (var entry = 0; written < lines; entry++) {
                var rows = invoiceAndPayment(entry, lines - written);
                line(out, rows);
                written += rows.size();
            }
        }
        return file;
    }

    /// Never more rows than `most`, but one invoice at least, so the last may go over by two.
    private List<String> invoiceAndPayment(int entry, int most) {
        var customer = "C%06d".formatted(entry % customers());
        var date = first.plusDays((long) entry * 5 * DAYS / lines % (DAYS - 45));
        var net = BigDecimal.valueOf(random.nextInt(1_000, 1_000_000), 2);
        var tax = net.movePointLeft(1).setScale(2, java.math.RoundingMode.HALF_UP);
        var gross = net.add(tax);
        var document = "FA%08d".formatted(entry);
        var isOpen = (entry + entry / customers()) % 10 < open || most < 5;
        var paid = date.plusDays(random.nextInt(20, 44));
        var code = isOpen ? "" : code(entry / customers());
        var matched = isOpen ? "" : DATE.format(paid);
        var rows = new ArrayList<String>();
        rows.add(row("VE", "Ventes", entry, date, "411000", "Clients", customer, document, gross, true, code, matched));
        rows.add(
                row("VE", "Ventes", entry, date, "707000", "Ventes de marchandises", "", document, net, false, "", ""));
        rows.add(row("VE", "Ventes", entry, date, "445710", "TVA collectée", "", document, tax, false, "", ""));
        if (!isOpen) {
            var receipt = "VI%08d".formatted(entry);
            rows.add(row("BQ", "Banque", entry, paid, "512000", "Banque", "", receipt, gross, true, "", ""));
            rows.add(row(
                    "BQ", "Banque", entry, paid, "411000", "Clients", customer, receipt, gross, false, code, matched));
        }
        return rows;
    }

    private static String row(
            String journal,
            String label,
            int entry,
            LocalDate date,
            String account,
            String accountLabel,
            String customer,
            String document,
            BigDecimal amount,
            boolean isDebit,
            String code,
            String matched) {
        var figure = amount.toPlainString().replace('.', ',');
        return String.join(
                "|",
                journal,
                label,
                "%s%08d".formatted(journal, entry),
                DATE.format(date),
                account,
                accountLabel,
                customer,
                customer.isEmpty() ? "" : "Client " + customer,
                document,
                DATE.format(date),
                label + " " + document,
                isDebit ? figure : "0,00",
                isDebit ? "0,00" : figure,
                code,
                matched,
                DATE.format(date),
                "",
                "");
    }

    /// AA … ZZ and again.
    private static String code(int number) {
        return "" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }

    private static void line(BufferedWriter out, List<String> rows) throws IOException {
        for (var row : rows) {
            out.write(row);
            out.write("\r\n");
        }
    }
}
