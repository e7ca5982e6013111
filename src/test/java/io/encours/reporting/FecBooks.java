package io.encours.reporting;

import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.testing.Fixtures;
import java.nio.charset.StandardCharsets;

/// A FEC written entry by entry: `entry("VE", "2026-01-05").line(…).line(…)`.
public final class FecBooks {

    private static final String HEADER =
            "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|"
                    + "EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n";

    public final Books books;
    private final StringBuilder lines = new StringBuilder(HEADER);
    private final int year;
    private int number;
    private String journal = "";
    private String date = "";

    public FecBooks(Imports imports, Fixtures fixtures, int year) {
        this(new Books(imports, fixtures), year);
    }

    /// A further year of the same company.
    public FecBooks(Books books, int year) {
        this.books = books;
        this.year = year;
    }

    public FecBooks entry(String journal, String date) {
        this.journal = journal;
        this.date = date;
        number++;
        return this;
    }

    /// @param amount positive: debit, negative: credit
    /// @param matching code and day, `AA 2026-03-20`; empty: none
    public FecBooks line(
            String account,
            String customer,
            String document,
            String documentDate,
            String label,
            String amount,
            String matching) {
        var code = matching.isEmpty() ? "" : matching.split(" ", -1)[0];
        var day = matching.contains(" ") ? plain(matching.split(" ", -1)[1]) : "";
        var credit = amount.startsWith("-");
        var figure = amount.replace("-", "") + ",00";
        lines.append(String.join(
                        "|",
                        journal,
                        journal,
                        "" + number,
                        plain(date),
                        account,
                        "Compte",
                        customer,
                        customer,
                        document,
                        plain(documentDate),
                        label,
                        credit ? "0,00" : figure,
                        credit ? figure : "0,00",
                        code,
                        day,
                        plain(date),
                        "",
                        ""))
                .append('\n');
        return this;
    }

    public FecBooks line(String account, String customer, String document, String amount, String matching) {
        return line(account, customer, document, date, "Ecriture " + document, amount, matching);
    }

    /// An account that is not a customer's.
    public FecBooks other(String account, String amount) {
        return line(account, "", "X" + number, date, "Contrepartie", amount, "");
    }

    /// An invoice with its counterpart.
    public FecBooks sale(String customer, String document, String date, String amount, String matching) {
        return entry("VE", date)
                .line("411000", customer, document, amount, matching)
                .other("706000", "-" + amount);
    }

    /// Money at the bank.
    public FecBooks receipt(String customer, String document, String date, String amount, String matching) {
        return entry("BQ", date)
                .other("512000", amount)
                .line("411000", customer, document, date, "Virement " + document, "-" + amount, matching);
    }

    /// What an earlier year left open.
    public FecBooks opening(String customer, String document, String documentDate, String amount, String matching) {
        return entry("AN", year + "-01-01")
                .line("411000", customer, document, documentDate, "A nouveaux", amount, matching)
                .other("890000", amount.startsWith("-") ? amount.substring(1) : "-" + amount);
    }

    public Books bringIn() {
        return books.take(
                ImportKind.FEC,
                "000100024FEC%d1231.txt".formatted(year),
                lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String day) {
        return day.replace("-", "");
    }
}
