package io.encours.importing;

import static io.encours.importing.SheetXml.formula;
import static io.encours.importing.SheetXml.inline;
import static io.encours.importing.SheetXml.number;
import static io.encours.importing.SheetXml.other;
import static io.encours.importing.SheetXml.styled;
import static io.encours.importing.SheetXml.textFormula;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.ImportRun.Status;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("I1: workbooks of customers, items and payments")
class WorkbookImportTest {

    private static final List<String> ITEMS = List.of("customer", "document", "documentDate", "amount", "dueDate");

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

    @Test
    void cells_of_every_type_are_read_to_the_cent() {
        var book = new SheetXml();
        var run = ledger.send(
                "items.xlsx",
                book.row(1, ITEMS)
                        .row(2, book.text("C1"), book.text("F-1"), styled(1, "46327"), number("0.30000000000000004"))
                        .row(
                                3,
                                styled(3, "42"),
                                number("20250012"),
                                styled(1, "46327.75"),
                                formula("A1*2", "1234.5600000000001"))
                        .row(4, inline("C1"), textFormula("A1", "F-3"), book.text("01/11/2026"), book.text("1 234,56"))
                        .row(
                                5,
                                book.text("C1"),
                                book.text("F-4"),
                                other("d", "2026-11-02T00:00:00"),
                                number("1.5E2"),
                                number("46400"))
                        .row(7, book.text("C1"), book.text("F-5"), styled(1, "46327"), number("-12.5"))
                        .bytes());

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.read()).isEqualTo(5);
        assertThat(run.totals(LineOutcome.CREATED).debit()).isEqualByComparingTo("2619.42");
        assertThat(run.totals(LineOutcome.CREATED).credit()).isEqualByComparingTo("12.5");
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("1372.36"));
        assertThat(items())
                .containsExactlyInAnyOrder(
                        "C1 F-1 2026-11-01 0.3",
                        "000042 20250012 2026-11-01 1234.56",
                        "C1 F-3 2026-11-01 1234.56",
                        "C1 F-4 2026-11-02 150 2027-01-13",
                        "C1 F-5 2026-11-01 -12.5");
    }

    @Test
    void workbooks_that_count_from_1904_are_understood() {
        var book = new SheetXml().from1904();
        ledger.send(
                "items.xlsx",
                book.row(1, ITEMS)
                        .row(2, book.text("C1"), book.text("F-1"), styled(1, "44865"), number("10"))
                        .bytes());

        assertThat(items()).containsExactly("C1 F-1 2026-11-01 10");
    }

    @Test
    void the_first_sheet_with_a_recognised_header_counts_wherever_the_header_stands() {
        var book = new SheetXml().sheet("Lisez-moi");
        book.row(1, book.text("Balance clients"), book.text("au 24/11/2026"));
        book.sheet("Factures")
                .row(2, book.text("Édité le 24/11/2026"))
                .row(4, ITEMS)
                .row(5, book.text("C1"), book.text("F-1"), styled(1, "46327"), number("10"));
        var run = ledger.send("items.xlsx", book.bytes());

        assertThat(run.detected()).containsEntry("sheet", "Factures");
        assertThat(run.kind()).isEqualTo(ImportKind.ITEMS);
        assertThat(items()).containsExactly("C1 F-1 2026-11-01 10");
    }

    @Test
    void a_sheet_can_be_chosen() {
        var book = new SheetXml().sheet("2025").row(1, ITEMS);
        book.row(2, book.text("C1"), book.text("OLD"), styled(1, "46327"), number("10"));
        book.sheet("2026").row(1, ITEMS).row(2, book.text("C1"), book.text("NEW"), styled(1, "46327"), number("10"));
        ledger.send(
                new Upload(ledger.company.code(), null, "items.xlsx", false, "2026", "", false, null), book.bytes());

        assertThat(items()).containsExactly("C1 NEW 2026-11-01 10");
    }

    @Test
    void rejects_come_back_as_a_workbook_that_can_be_mended_and_sent_again() {
        var book = new SheetXml();
        var run = ledger.send(
                "items.xlsx",
                book.row(1, ITEMS)
                        .row(2, book.text("C1"), book.text("F-1"), styled(1, "46327"), number("10"))
                        .row(3, book.text("C1"), book.text("F-2"), styled(1, "46327"), other("e", "#N/A"))
                        .row(4, book.text("C1"), book.text("F;3"), book.text("hier"), number("33.333333333333336"))
                        .bytes());

        assertThat(run.totals(LineOutcome.REJECTED).lines()).isEqualTo(2);
        assertThat(ledger.errors(run))
                .extracting(Reject::line, Reject::column, Reject::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "amount", "#N/A"),
                        org.assertj.core.groups.Tuple.tuple(4, "amount", "33.3333333333333"),
                        org.assertj.core.groups.Tuple.tuple(4, "documentDate", "hier"));
        var rejects = ledger.rejects(run);
        assertThat(rejects.fileName()).isEqualTo("items-rejets.xlsx");
        var again = ledger.send(rejects.fileName(), rejects.bytes());
        assertThat(again.read()).isEqualTo(2);
        assertThat(again.totals(LineOutcome.REJECTED).lines()).isEqualTo(2);
        assertThat(ledger.errors(again)).extracting(Reject::value).contains("#N/A", "hier");
        assertThat(again.notices()).isEmpty();
    }

    @Test
    void customers_keep_the_zeros_in_front_of_their_codes() {
        var book = new SheetXml();
        ledger.send(
                "tiers.xlsx",
                book.row(1, List.of("code", "name", "siren", "creditLimit"))
                        .row(
                                2,
                                styled(3, "42"),
                                book.text("DUPONT &amp; FILS"),
                                book.text("005 520 812"),
                                number("15000"))
                        .bytes());

        assertThat(db.fetch(
                                "select code, name, siren, credit_limit::int from customer.customer where company_id = ?",
                                ledger.company.id())
                        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3)))
                .containsExactly("000042 DUPONT & FILS 005520812 15000");
    }

    @Test
    void a_sheet_that_unpacks_to_far_more_than_it_is_is_not_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (var i = 0; i < 200; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        var run = ledger.send("bombe.xlsx", bytes.toByteArray());

        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusal()).isEqualTo("importing.refusal.zipBomb");
    }

    @Test
    void what_is_no_workbook_is_refused_in_words() {
        assertThat(ledger.send("a.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3}).refusal())
                .isEqualTo("importing.refusal.workbook");
        assertThat(ledger.send("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})
                        .refusal())
                .isEqualTo("importing.refusal.xls");
    }

    @Test
    void a_layout_that_is_not_recognised_is_refused_with_what_is_missing() {
        var book = new SheetXml();
        var run = ledger.send(
                "items.xlsx",
                book.row(1, List.of("customer", "document", "Émise le", "Solde"))
                        .row(2, book.text("C1"), book.text("F-1"), styled(1, "46327"), number("10"))
                        .bytes());

        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusal()).isEqualTo("importing.refusal.unknownLayout");
        assertThat(run.refusalArguments())
                .containsExactly("documentDate, amount", "customer, document, Émise le, Solde");
    }

    private List<String> items() {
        return db.fetch("""
                        select c.code, l.document, l.document_date, trim_scale(l.debit - l.credit), l.due_date
                        from receivable.ledger_line l join customer.customer c on c.id = l.customer_id
                        where l.company_id = ? order by l.id
                        """, ledger.company.id())
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3)
                        + (row.get(4) == null ? "" : " " + row.get(4)));
    }
}
