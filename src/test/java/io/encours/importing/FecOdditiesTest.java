package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Status;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Everything real files do. The sample, written in other ways, must give the same balances to the cent.
@IntegrationTest
@DisplayName("I1, I2: FEC as software writes it")
class FecOdditiesTest {

    @Autowired
    private Imports imports;

    @Autowired
    private DSLContext db;

    @Autowired
    private Fixtures fixtures;

    private LedgerFixture ledger;

    @BeforeEach
    void company() {
        ledger = new LedgerFixture(imports, db, fixtures);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void however_it_is_written_the_balances_are_the_same(String name, byte[] content) throws IOException {
        var run = ledger.send("export.txt", content);

        assertThat(run.status()).as("%s %s", run.refusal(), run.notices()).isEqualTo(Status.DONE);
        assertThat(ledger.errors(run)).isEmpty();
        assertThat(run.read()).isEqualTo(934);
        assertThat(run.kept().debit()).isEqualByComparingTo("225682.23");
        assertThat(ledger.balances()).isEqualTo(SampleFecTest.balancesOfTheFile());
        assertThat(db.fetchSingle(
                                "select name from customer.customer where company_id = ? and code = '41101590'",
                                ledger.company.id())
                        .into(String.class))
                .isEqualTo("CLIENT N°1590");
    }

    static Stream<Arguments> writings() throws IOException {
        var rows = rows();
        var text = join(rows, "|", "\n");
        return Stream.of(
                Arguments.of("UTF-8", text.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-8 with byte order mark", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-16 with byte order mark", text.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("UTF-16 little end first, no mark", text.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("Windows-1252", text.getBytes(Charset.forName("windows-1252"))),
                Arguments.of("ISO-8859-15", text.getBytes(Charset.forName("ISO-8859-15"))),
                Arguments.of("MacRoman", text.getBytes(Charset.forName("x-MacRoman"))),
                Arguments.of("tabs, CR LF", utf8(join(rows, "\t", "\r\n"))),
                Arguments.of("semicolons, CR", utf8(join(each(rows, f -> f.replace(';', ' ')), ";", "\r"))),
                Arguments.of(
                        "commas, points, CR CR LF", utf8(join(each(rows, f -> f.replace(',', '.')), ",", "\r\r\n"))),
                Arguments.of("separator at the end of each line", utf8(text.replace("\n", "|\n"))),
                Arguments.of("blank lines", utf8(text.replace("\n", "\n\n"))),
                Arguments.of("end of file of DOS", utf8(text + "\n\u001a")),
                Arguments.of("fields padded with blanks", utf8(join(each(rows, f -> "  " + f + "   "), "|", "\n"))),
                Arguments.of("quoted fields", utf8(join(each(rows, f -> '"' + f + '"'), ";", "\r\n"))),
                Arguments.of(
                        "header in capitals with accents", utf8(text.replaceFirst("Debit\\|Credit", "DÉBIT|CRÉDIT"))),
                Arguments.of("no header", utf8(text.substring(text.indexOf('\n') + 1))),
                Arguments.of("columns in another order", utf8(join(reversed(rows), "\t", "\r\n"))),
                Arguments.of("extra columns", utf8(join(extra(rows), "\t", "\r\n"))),
                Arguments.of("Montant and Sens D C", utf8(join(montantSens(rows, "D", "C"), "\t", "\r\n"))),
                Arguments.of("Montant and Sens +1 -1", utf8(join(montantSens(rows, "+1", "-1"), "\t", "\r\n"))),
                Arguments.of("lines in no order", utf8(join(shuffled(rows), "\t", "\r\n"))),
                Arguments.of("entry number 0 everywhere", utf8(join(column(rows, 2, f -> "0"), "\t", "\r\n"))),
                Arguments.of(
                        "dates with slashes and times",
                        utf8(join(
                                column(
                                        rows,
                                        3,
                                        f -> f.substring(6) + "/" + f.substring(4, 6) + "/" + f.substring(0, 4)
                                                + " 00:00:00"),
                                "\t",
                                "\r\n"))),
                Arguments.of("no matching date", utf8(join(column(rows, 14, f -> "  /  /    "), "\t", "\r\n"))),
                Arguments.of("sign behind", utf8(join(column(rows, 11, FecOdditiesTest::signBehind), "\t", "\r\n"))),
                Arguments.of(
                        "separator inside the label",
                        utf8(join(column(rows, 10, f -> f.replace("FACTURE", "FACT|URE")), "|", "\n"))),
                Arguments.of(
                        "two files one behind the other",
                        utf8(text.substring(0, text.indexOf('\n', 50_000) + 1)
                                + text.substring(0, text.indexOf('\n') + 1)
                                + text.substring(text.indexOf('\n', 50_000) + 1))));
    }

    @Test
    void negative_debits_are_kept_as_they_are() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .entry()
                .receivable("VE", "411000", "C1", "A1", "2026-01-20", "AVOIR", "-30.00", "0", "", "")
                .other("VE", "706000", "A1", "2026-01-20", "-30.00", "0"));

        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("7E+1"));
        assertThat(kinds()).containsExactly("INVOICE", "CREDIT_NOTE");
    }

    @Test
    void a_line_that_cannot_be_read_is_rejected_with_line_column_and_value_and_nothing_is_lost() {
        var run = ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .raw("VE\tVentes\t9\t20261399\t411000\tClients\tC1\tClient\tF9\t20260101\tX\t50,00\t0\t\t\t\t\t")
                .raw("VE\tVentes\t9\t20260101\t411000\tClients\tC1\tClient\tF9\t20260101\tX\tcent\t0\t\t\t\t\t")
                .raw("VE\tVentes\t9\t20260101\t\tClients\tC1\tClient\tF9\t20260101\tX\t7,00\t0\t\t\t\t\t")
                .raw("trop court"));

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.read()).isEqualTo(6);
        assertThat(run.totals(LineOutcome.REJECTED).lines()).isEqualTo(4);
        assertThat(run.totals(LineOutcome.REJECTED).debit()).isEqualByComparingTo("57");
        assertThat(ledger.errors(run))
                .extracting(error -> error.line() + " " + error.column() + " " + error.value())
                .containsExactly("4 EcritureDate 20261399", "5 Debit cent", "6 CompteNum ", "7  ");
    }

    @Test
    void a_date_the_line_can_do_without_is_ignored_and_said_and_the_line_is_kept() {
        var run = ledger.send(new FecText()
                .raw("VE\tVentes\t1\t20260115\t411000\tClients\tC1\tClient\tF1\t20260230\tX\t50,00\t0\t\t\t\t\t"));

        assertThat(ledger.errors(run)).isEmpty();
        assertThat(run.notices())
                .filteredOn(notice -> notice.key().equals("importing.notice.ignoredDates"))
                .extracting(ImportRun.Notice::arguments)
                .containsExactly(List.of("1", "2", "PieceDate", "20260230"));
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("5E+1"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "41100000, C1, C1",
        "411000, DUPONT, DUPONT",
        "411DUPONT, '', DUPONT",
        "411dupont, '', dupont",
        "411 DUPONT, '', DUPONT",
        "4110001, '', 0001",
        "41 10 00 1, '', 0001",
        "411 DU PONT, '', DU PONT",
        "411DUPONT, 411DUPONT, DUPONT",
        "41100000, 411DUPONT, 411DUPONT",
        "411 000, 9DUPONT, 9DUPONT",
        "41100000, 00000000, 41100000",
        "416DUPONT, '', DUPONT",
        "4191DUPONT, '', DUPONT",
    })
    void both_ways_of_naming_a_customer_come_to_one_code(String account, String auxiliary, String code) {
        ledger.send(new FecText()
                .raw("VE\tVentes\t1\t20260115\t" + account + "\tClients\t" + auxiliary
                        + "\tClient\tF1\t20260115\tX\t50,00\t0\t\t\t\t\t"));

        assertThat(ledger.balances()).containsOnlyKeys(code);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Sens", "Montant", "Libelle", "Compte Général", "Lettrage", "Echeance"})
    void a_column_of_the_software_never_takes_the_place_of_one_of_the_law(String added) {
        ledger.send(
                "export.txt",
                added + "\t" + FecText.HEADER
                        + "\nx\tVE\tVentes\t1\t20260115\t411000\tClients\tC1\tClient\tF1\t20260115\tX\t50,00\t0\t\t\t\t\t\n");

        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("5E+1"));
    }

    @Test
    void rejects_are_mended_and_sent_again() {
        var fec = new FecText().sale("C1", "F1", "2026-01-15", "100.00").sale("C1", "F2", "2026-02-15", "1x0.00");
        var run = ledger.send(fec);
        var rejects = ledger.rejects(run);

        assertThat(rejects.content()).contains("MotifRejet", "1x0,00", "Ce n’est pas un montant.");
        var mended = ledger.send(
                "mended.txt", rejects.content().replace("1x0,00", "110,00").getBytes(rejects.charset()));

        assertThat(mended.status()).isEqualTo(Status.DONE);
        assertThat(ledger.errors(mended)).isEmpty();
        assertThat(mended.totals(LineOutcome.REMOVED).lines()).isZero();
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("2.1E+2"));
    }

    @Test
    void a_file_cut_in_the_middle_says_so() {
        var text = new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .sale("C1", "F2", "2026-02-15", "1250.00")
                .text();
        var run = ledger.send("export.txt", text.substring(0, text.indexOf("1250,00") + 4));

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(ledger.errors(run)).extracting(ImportRun.Reject::reason).containsExactly("importing.reject.cut");
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("1E+2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nothing_of_use")
    void what_is_no_fec_is_refused_with_the_reason(String name, byte[] content, String reason) {
        var run = ledger.send("export.txt", content);

        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusal()).isEqualTo(reason);
        assertThat(ledger.balances()).isEmpty();
    }

    static Stream<Arguments> nothing_of_use() {
        var zip = new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3};
        return Stream.of(
                Arguments.of("empty", new byte[0], "importing.refusal.empty"),
                Arguments.of("only blanks", utf8("\r\n \r\n"), "importing.refusal.empty"),
                Arguments.of("a ZIP", zip, "importing.refusal.workbook"),
                Arguments.of("a letter", utf8("Bonjour,\nvoici notre relevé.\n"), "importing.refusal.unrecognised"),
                Arguments.of(
                        "a million characters without line end",
                        utf8(FecText.HEADER + "\r\n" + "x".repeat(2_200_000)),
                        "importing.refusal.longLine"),
                Arguments.of("only a header", utf8(FecText.HEADER + "\r\n"), "importing.refusal.noLines"),
                Arguments.of(
                        "no amounts",
                        utf8(
                                "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\nVE\tV\t1\t20260101\t411\tC\n"),
                        "importing.refusal.missingColumns"));
    }

    @Test
    void entries_that_balance_only_across_journals_are_a_notice() {
        var run = ledger.send(new FecText()
                .entry()
                .receivable("BQ", "411000", "C1", "V1", "2026-01-15", "VIREMENT", "0", "100.00", "", "")
                .other("BQ2", "512000", "V1", "2026-01-15", "100.00", "0"));

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.notices()).extracting(ImportRun.Notice::key).contains("importing.notice.unbalancedEntries");
        assertThat(kinds()).containsExactly("PAYMENT");
    }

    @Test
    void a_due_date_comes_from_the_column_then_the_label_then_the_terms() {
        var header = FecText.HEADER + "\tDateEcheance";
        ledger.send(
                "export.txt",
                header + "\r\n"
                        + line("1", "F1", "FACTURE F1", "20260320") + line("2", "F2", "FACT F2 ECH 31/03/26", "")
                        + line("3", "F3", "FACT F3 45JFM", "") + line("4", "F4", "FACTURE F4", ""));

        assertThat(db.fetch("""
                        select document || ' ' || due_date || ' ' || due_date_source from receivable.open_item
                        where company_id = ? order by document
                        """, ledger.company.id()).into(String.class))
                .containsExactly(
                        "F1 2026-03-20 SOURCE",
                        "F2 2026-03-31 LABEL",
                        "F3 2026-03-31 LABEL",
                        "F4 2026-02-14 COMPANY_TERMS");
    }

    private static String line(String entry, String document, String label, String due) {
        return "VE\tVentes\t" + entry + "\t20260115\t411000\tClients\tC1\tClient C1\t" + document + "\t20260115\t"
                + label
                + "\t100,00\t0,00\t\t\t\t\t\t" + due + "\r\n"
                + "VE\tVentes\t" + entry + "\t20260115\t706000\tVentes\t\t\t" + document + "\t20260115\t" + label
                + "\t0,00\t100,00\t\t\t\t\t\t" + due + "\r\n";
    }

    private List<String> kinds() {
        return db.fetch("select kind from receivable.open_item where company_id = ? order by id", ledger.company.id())
                .into(String.class);
    }

    // -- the sample in other clothes

    private static List<String[]> rows() throws IOException {
        return new String(SampleFecTest.sample(), Charset.forName("IBM850"))
                .lines()
                .<String[]>map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(String::strip)
                        .limit(18)
                        .toArray(String[]::new))
                .toList();
    }

    private static String join(List<String[]> rows, String separator, String end) {
        return rows.stream().map(row -> String.join(separator, row)).collect(Collectors.joining(end)) + end;
    }

    private static List<String[]> each(List<String[]> rows, UnaryOperator<String> change) {
        return rows.stream()
                .<String[]>map(row -> Arrays.stream(row).map(change).toArray(String[]::new))
                .toList();
    }

    private static List<String[]> column(List<String[]> rows, int column, UnaryOperator<String> change) {
        var changed = new ArrayList<String[]>();
        for (var row : rows) {
            var copy = row.clone();
            copy[column] = changed.isEmpty() ? row[column] : change.apply(row[column]);
            changed.add(copy);
        }
        return changed;
    }

    private static String signBehind(String amount) {
        return amount.startsWith("-") ? amount.substring(1) + "-" : amount;
    }

    private static List<String[]> reversed(List<String[]> rows) {
        return rows.stream()
                .<String[]>map(row -> Arrays.asList(row.clone()).reversed().toArray(String[]::new))
                .toList();
    }

    private static List<String[]> extra(List<String[]> rows) {
        var wider = new ArrayList<String[]>();
        for (var row : rows) {
            var copy = Arrays.copyOf(row, row.length + 2);
            copy[row.length] = wider.isEmpty() ? "Analytique" : "";
            copy[row.length + 1] = wider.isEmpty() ? "CodeTVA" : "20";
            wider.add(copy);
        }
        return wider;
    }

    private static List<String[]> montantSens(List<String[]> rows, String debit, String credit) {
        return rows.stream()
                .<String[]>map(row -> {
                    var changed = row.clone();
                    if (row == rows.getFirst()) {
                        changed[11] = "Montant";
                        changed[12] = "Sens";
                    } else {
                        var onCredit = !row[12].replaceAll("[0,]", "").isEmpty();
                        changed[11] = onCredit ? row[12] : row[11];
                        changed[12] = onCredit ? credit : debit;
                    }
                    return changed;
                })
                .toList();
    }

    private static List<String[]> shuffled(List<String[]> rows) {
        var lines = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(lines, new java.util.Random(1));
        lines.addFirst(rows.getFirst());
        return lines;
    }

    private static byte[] utf8(String text) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
