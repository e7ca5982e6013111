package io.encours.demo;

import io.encours.demo.Entry.Journal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the books of a fiscal year as its FEC (LPF art. A47 A-1; fec.md): opening entries first, then every entry
/// with
/// the matching it had when the year was closed, or has today.
final class Fec {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yy");
    private static final List<String> COLUMNS = List.of(
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
    private static final Map<String, String> LABELS = Map.of(
            "411",
            "Clients",
            "4117",
            "Clients retenues de garantie",
            "413",
            "Clients effets à recevoir",
            "416",
            "Clients douteux ou litigieux",
            "4191",
            "Clients avances et acomptes reçus",
            "44571000",
            "TVA collectée",
            Receipts.BANK,
            "Banque",
            "65800000",
            "Charges diverses de gestion courante",
            "66500000",
            "Escomptes accordés",
            "12000000",
            "Résultat de l'exercice");

    private final Books books;
    private final LocalDate closing;
    /// The day the file is written: codes of later days are not in it.
    private final LocalDate asOf;

    Fec(Books books, LocalDate closing) {
        this.books = books;
        this.closing = closing;
        this.asOf = closing.isBefore(books.today()) ? closing : books.today();
    }

    /// As labels tell due dates: `ECH 31/03/26`.
    static String shortDate(LocalDate day) {
        return SHORT.format(day);
    }

    /// @return the file, named as the law says
    Path write(Path folder) throws IOException {
        var file = folder.resolve(books.company().siren() + "FEC" + DATE.format(closing) + ".txt");
        try (var out = Files.newBufferedWriter(file, books.company().charset())) {
            var columns = new ArrayList<>(COLUMNS);
            if (books.company().dueDateColumn()) {
                columns.add("DateEcheance");
            }
            row(out, columns);
            opening(out);
            var numbers = new TreeMap<Journal, Integer>();
            for (var entry : books.entries()) {
                if (isInYear(entry.date())) {
                    var number = numbers.merge(entry.journal(), 1, Integer::sum);
                    for (var line : entry.lines()) {
                        row(out, fields(entry, line, entry.journal(), number, entry.date()));
                    }
                }
            }
        }
        return file;
    }

    private LocalDate yearBefore() {
        return YearMonth.from(closing).minusYears(1).atEndOfMonth();
    }

    private boolean isInYear(LocalDate day) {
        return day.isAfter(yearBefore()) && !day.isAfter(closing);
    }

    /// What the year before left: customers in detail, the other accounts of the balance sheet as sums, the rest as its
    /// result.
    private void opening(BufferedWriter out) throws IOException {
        var end = yearBefore();
        var first = end.plusDays(1);
        var sums = new TreeMap<String, BigDecimal>();
        for (var entry : books.entries()) {
            if (entry.date().isAfter(end)) {
                break;
            }
            for (var line : entry.lines()) {
                if (line.customer().isEmpty()) {
                    var account = line.account().charAt(0) < '6' ? line.account() : "12000000";
                    sums.merge(account, line.balance(), BigDecimal::add);
                } else if (!line.isSettledOn(end)) {
                    row(out, fields(entry, line, Journal.AN, 1, first));
                }
            }
        }
        for (var sum : sums.entrySet()) {
            var line = sum.getValue().signum() > 0
                    ? Line.debit(sum.getKey(), sum.getValue())
                    : Line.credit(sum.getKey(), sum.getValue().negate());
            var document = new Entry.Document("AN");
            document.isNumbered("AN" + first.getYear());
            var entry = new Entry(Journal.AN, first, document, first, "À nouveau", null, List.of(line));
            row(out, fields(entry, line, Journal.AN, 1, first));
        }
    }

    private List<String> fields(Entry entry, Line line, Journal journal, int number, LocalDate day) {
        var subAccounts = books.company().subAccounts();
        var customer = line.customer();
        var validation = YearMonth.from(day).plusMonths(1).atEndOfMonth();
        var mark = line.markOn(asOf);
        var common = Stream.of(
                journal.name(),
                journal.label(),
                "%s%06d".formatted(journal.name(), number),
                DATE.format(day),
                customer.map(whose -> subAccounts
                                ? line.account() + whose.code()
                                : "%-8s".formatted(line.account()).replace(' ', '0'))
                        .orElse(line.account()),
                customer.filter(whose -> subAccounts)
                        .map(whose ->
                                line.account().equals("4117") ? "Retenue de garantie " + whose.name() : whose.name())
                        .orElseGet(() -> label(line.account())),
                customer.filter(whose -> !subAccounts).map(DemoCustomer::code).orElse(""),
                customer.filter(whose -> !subAccounts).map(DemoCustomer::name).orElse(""),
                entry.document().number(),
                DATE.format(entry.documentDate()),
                entry.text(),
                amount(line.debit()),
                amount(line.credit()),
                mark.map(Line.Mark::code).orElse(""),
                mark.map(found -> DATE.format(found.day())).orElse(""),
                validation.isAfter(books.today()) ? "" : DATE.format(validation),
                "",
                "");
        return books.company().dueDateColumn()
                ? Stream.concat(
                                common,
                                Stream.of(line.dueDate().map(DATE::format).orElse("")))
                        .toList()
                : common.toList();
    }

    private String label(String account) {
        return account.equals(books.company().salesAccount())
                ? books.company().salesLabel()
                : LABELS.getOrDefault(account, account);
    }

    private static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString().replace('.', ',');
    }

    private void row(BufferedWriter out, List<String> fields) throws IOException {
        out.write(fields.stream()
                .collect(Collectors.joining(String.valueOf(books.company().separator()))));
        out.write("\r\n");
    }
}
