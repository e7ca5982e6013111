package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What settles an item, as of any day (docs/decisions/0003 and 0004).
@IntegrationTest
@DisplayName("I1: matching, opening entries, newer extracts")
class MatchingTest {

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
    void a_group_that_balances_is_settled_on_its_matching_date() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "AA", "2026-03-10")
                .receipt("C1", "V1", "2026-03-05", "100.00", "AA", "2026-03-10"));

        assertThat(remaining()).containsExactly("F1 0 2026-03-10", "V1 0 2026-03-10");
        assertThat(ledger.balanceAsOf(LocalDate.of(2026, 3, 7))).isEqualByComparingTo("0");
        assertThat(ledger.balanceAsOf(LocalDate.of(2026, 3, 1))).isEqualByComparingTo("100");
    }

    @Test
    void without_matching_date_it_is_settled_on_its_latest_entry() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "AA", "")
                .receipt("C1", "V1", "2026-03-05", "100.00", "AA", "00000000"));

        assertThat(remaining()).containsExactly("F1 0 2026-03-05", "V1 0 2026-03-05");
    }

    @Test
    void codes_that_recur_across_customers_and_dates_stay_apart() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "AA", "2026-02-01")
                .receipt("C1", "V1", "2026-02-01", "100.00", "AA", "2026-02-01")
                .sale("C1", "F2", "2026-05-15", "80.00", "AA", "2026-06-01")
                .receipt("C1", "V2", "2026-06-01", "80.00", "AA", "2026-06-01")
                .sale("C2", "F3", "2026-01-15", "60.00", "AA", "2026-02-01")
                .sale("C1", "F4", "2026-01-15", "10.00", "aa", "2026-02-01"));

        assertThat(remaining())
                .containsExactly(
                        "F1 0 2026-02-01",
                        "V1 0 2026-02-01",
                        "F2 0 2026-06-01",
                        "V2 0 2026-06-01",
                        "F4 10 open",
                        "F3 60 open");
    }

    @Test
    void a_group_whose_lines_bear_different_dates_is_settled_as_a_whole() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "AB", "2026-02-01")
                .receipt("C1", "V1", "2026-02-01", "40.00", "AB", "2026-02-01")
                .receipt("C1", "V2", "2026-03-01", "60.00", "AB", "2026-03-01"));

        assertThat(remaining()).containsExactly("F1 0 2026-03-01", "V1 0 2026-03-01", "V2 0 2026-03-01");
    }

    @Test
    void in_a_group_that_does_not_balance_credits_pay_the_oldest_debits() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "ab", "2026-02-10")
                .sale("C1", "F2", "2026-01-20", "50.00", "ab", "2026-02-10")
                .receipt("C1", "V1", "2026-02-10", "120.00", "ab", "2026-02-10"));

        assertThat(remaining()).containsExactly("F1 0 2026-02-10", "F2 30 open", "V1 0 2026-02-10");
        assertThat(ledger.balanceAsOf(LocalDate.of(2026, 2, 9))).isEqualByComparingTo("150");
        assertThat(ledger.balanceAsOf(LocalDate.of(2026, 2, 10))).isEqualByComparingTo("30");
    }

    @Test
    void the_same_document_comes_first() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "ab", "2026-02-10")
                .sale("C1", "F2", "2026-01-20", "50.00", "ab", "2026-02-10")
                .receipt("C1", "F2", "2026-02-10", "50.00", "ab", "2026-02-10"));

        assertThat(remaining()).containsExactly("F1 100 open", "F2 0 2026-02-10", "F2 0 2026-02-10");
    }

    @Test
    void a_ledger_without_any_matching_is_allocated_by_document_amount_and_due_date() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .sale("C1", "F2", "2026-01-16", "70.00")
                .sale("C1", "F3", "2026-01-17", "30.00")
                .receipt("C1", "V1", "2026-02-01", "70.00")
                .receipt("C1", "F3", "2026-02-02", "10.00")
                .receipt("C1", "V2", "2026-02-03", "50.00"));

        assertThat(remaining())
                .containsExactly(
                        "F1 50 open",
                        "F2 0 2026-02-01",
                        "F3 20 open",
                        "V1 0 2026-02-01",
                        "F3 0 2026-02-02",
                        "V2 0 2026-02-03");
        assertThat(db.fetchSingle(
                                "select bool_and(inferred) from receivable.open_item where company_id = ?",
                                ledger.company.id())
                        .into(boolean.class))
                .isTrue();
    }

    @Test
    void deposits_doubtful_customers_and_bills_belong_to_the_same_customer() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "Z", "2026-12-31")
                .entry()
                .receivable("BQ", "419100", "C1", "AC1", "2026-01-10", "ACOMPTE", "0", "30.00", "", "")
                .other("BQ", "512000", "AC1", "2026-01-10", "30.00", "0")
                .entry()
                .receivable("OD", "416000", "C1", "F1", "2026-06-01", "DOUTEUX", "100.00", "0", "", "")
                .receivable("OD", "411000", "C1", "F1", "2026-06-01", "DOUTEUX", "0", "100.00", "Z", "2026-06-01")
                .entry()
                .receivable("OD", "413000", "C1", "LCR1", "2026-06-02", "LCR", "20.00", "0", "", "")
                .receivable("OD", "411000", "C1", "LCR1", "2026-06-02", "LCR", "0", "20.00", "", "")
                .entry()
                .receivable("VE", "411700", "C1", "RG1", "2026-06-03", "RETENUE", "5.00", "0", "", "")
                .other("VE", "706000", "RG1", "2026-06-03", "0", "5.00")
                .entry()
                .other("VE", "418100", "FAE", "2026-06-03", "9.00", "0")
                .other("VE", "706000", "FAE", "2026-06-03", "0", "9.00"));

        assertThat(db.fetch("""
                        select control_account || ' ' || kind || ' ' || trim_scale(original) from receivable.open_item
                        where company_id = ? order by id
                        """, ledger.company.id()).into(String.class))
                .containsExactly(
                        "411 INVOICE 100",
                        "4191 DEPOSIT -30",
                        "416 INVOICE 100",
                        "411 ADJUSTMENT -100",
                        "413 BILL 20",
                        "411 ADJUSTMENT -20",
                        "4117 RETENTION 5");
        assertThat(ledger.balances()).containsOnlyKeys("C1");
    }

    @Test
    void a_customer_may_be_a_sub_account_and_a_bare_account_is_nobody() {
        ledger.send(new FecText()
                .entry()
                .receivable("VE", "411DUPONT", "", "F1", "2026-01-15", "FACTURE", "100.00", "0", "", "")
                .other("VE", "706000", "F1", "2026-01-15", "0", "100.00")
                .entry()
                .receivable("OD", "416DUPONT", "", "F1", "2026-02-15", "DOUTEUX", "40.00", "0", "", "")
                .receivable("OD", "411DUPONT", "", "F1", "2026-02-15", "DOUTEUX", "0", "40.00", "", "")
                .entry()
                .receivable("VE", "41100000", "", "F2", "2026-01-15", "FACTURE", "10.00", "0", "", "")
                .other("VE", "706000", "F2", "2026-01-15", "0", "10.00"));

        assertThat(ledger.balances())
                .containsEntry("DUPONT", new BigDecimal("1E+2"))
                .containsEntry("41100000", new BigDecimal("1E+1"));
        assertThat(db.fetch(
                                "select code from customer.customer where company_id = ? and unidentified",
                                ledger.company.id())
                        .into(String.class))
                .containsExactly("41100000");
    }

    @Test
    void opening_entries_are_set_aside_when_the_year_before_is_loaded_first() {
        ledger.send("111111111FEC20251231.txt", year2025().bytes());
        var run = ledger.send("111111111FEC20261231.txt", year2026().bytes());

        assertThat(run.totals(LineOutcome.SET_ASIDE).lines()).isEqualTo(1);
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("8E+1"));
        assertThat(remaining()).containsExactly("F1 0 2026-02-01", "F2 80 open", "V1 0 2026-02-01");
    }

    @Test
    void opening_entries_are_set_aside_when_the_year_before_is_loaded_after() {
        ledger.send("111111111FEC20261231.txt", year2026().bytes());
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("8E+1"));
        ledger.send("111111111FEC20251231.txt", year2025().bytes());

        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("8E+1"));
        var again = ledger.send("111111111FEC20261231.txt", year2026().bytes());
        assertThat(again.totals(LineOutcome.SET_ASIDE).lines()).isEqualTo(1);
        assertThat(again.totals(LineOutcome.CREATED).lines()).isZero();
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("8E+1"));
    }

    @Test
    void aggregated_opening_balances_are_of_unknown_age_until_the_year_before_is_loaded() {
        var year = new FecText()
                .entry()
                .line("AN", "411000", "C1", "AN", "2026-01-01", "2026-01-01", "A NOUVEAU", "170.00", "0", "", "")
                .other("AN", "110000", "AN", "2026-01-01", "0", "170.00")
                .sale("C1", "F9", "2026-02-01", "10.00");
        ledger.send("111111111FEC20261231.txt", year.bytes());
        assertThat(db.fetch(
                                "select kind || ' ' || due_date from receivable.open_item where company_id = ? order by id",
                                ledger.company.id())
                        .into(String.class))
                .startsWith("OPENING_BALANCE 2025-12-31");

        ledger.send(
                "111111111FEC20251231.txt",
                new FecText()
                        .sale("C1", "F1", "2025-11-15", "100.00")
                        .sale("C1", "F2", "2025-12-31", "70.00")
                        .bytes());

        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("1.8E+2"));
        assertThat(remaining()).hasSize(3);
    }

    @Test
    void behind_a_missing_year_the_chain_begins_anew() {
        ledger.send(
                "111111111FEC20241231.txt",
                new FecText()
                        .sale("C1", "F0", "2024-06-15", "500.00")
                        .sale("C1", "F00", "2024-12-20", "1.00")
                        .bytes());
        var run = ledger.send("111111111FEC20261231.txt", year2026().bytes());

        assertThat(run.notices()).extracting(ImportRun.Notice::key).contains("importing.notice.yearMissing");
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("8E+1"));
    }

    @Test
    void a_newer_extract_applies_the_difference_and_items_keep_their_ids() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .sale("C1", "F2", "2026-02-15", "70.00")
                .sale("C1", "F3", "2026-02-20", "30.00")
                .sale("C1", "F4", "2026-02-25", "40.00"));
        var before = ids();

        var run = ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00", "A", "2026-03-01")
                .sale("C1", "F2", "2026-02-15", "75.00")
                .sale("C1", "F3", "2026-02-20", "30.00")
                .receipt("C1", "V1", "2026-03-01", "100.00", "A", "2026-03-01"));

        assertThat(run.totals(LineOutcome.CHANGED).lines()).isEqualTo(2);
        assertThat(run.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(1);
        assertThat(run.totals(LineOutcome.CREATED).lines()).isEqualTo(1);
        assertThat(remaining()).containsExactly("F1 0 2026-03-01", "F2 75 open", "F3 30 open", "V1 0 2026-03-01");
        assertThat(ids()).startsWith(before.get(0), before.get(1), before.get(2));
    }

    @Test
    void drafts_validated_under_new_entry_numbers_are_the_same_lines() {
        ledger.send(new FecText().sale("C1", "F1", "2026-01-15", "100.00").sale("C1", "F2", "2026-02-15", "70.00"));
        var before = ids();

        ledger.send(new FecText()
                .entry()
                .entry()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .sale("C1", "F2", "2026-02-15", "70.00"));

        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void a_complement_removes_nothing() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2026-01-15", "100.00")
                .sale("C1", "F2", "2026-02-15", "70.00")
                .sale("C1", "F3", "2026-03-15", "70.00"));
        var run = ledger.send(new FecText().entry().entry().entry().sale("C1", "F4", "2026-02-20", "30.00"));

        assertThat(run.totals(LineOutcome.REMOVED).lines()).isZero();
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("2.7E+2"));
    }

    @Test
    void two_equal_lines_are_two_items() {
        var fec = new FecText()
                .entry()
                .receivable("VE", "411000", "C1", "F1", "2026-01-15", "ECHEANCE", "50.00", "0", "", "")
                .receivable("VE", "411000", "C1", "F1", "2026-01-15", "ECHEANCE", "50.00", "0", "", "")
                .other("VE", "706000", "F1", "2026-01-15", "0", "100.00");
        ledger.send(fec);
        var again = ledger.send(fec);

        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(2);
        assertThat(ids()).hasSize(2);
    }

    private static FecText year2025() {
        return new FecText().sale("C1", "F1", "2025-11-15", "100.00").sale("C1", "F0", "2025-12-31", "0.00");
    }

    private static FecText year2026() {
        return new FecText()
                .entry()
                .line(
                        "AN",
                        "411000",
                        "C1",
                        "F1",
                        "2026-01-01",
                        "2025-11-15",
                        "FACTURE F1",
                        "100.00",
                        "0",
                        "AA",
                        "2026-02-01")
                .other("AN", "110000", "AN", "2026-01-01", "0", "100.00")
                .sale("C1", "F2", "2026-01-20", "80.00")
                .receipt("C1", "V1", "2026-02-01", "100.00", "AA", "2026-02-01");
    }

    private List<Long> ids() {
        return db.fetch("select id from receivable.open_item where company_id = ? order by id", ledger.company.id())
                .into(Long.class);
    }

    private List<String> remaining() {
        return db.fetch("""
                select document || ' ' || trim_scale(remaining) || ' ' || coalesce(settled_on::text, 'open')
                from receivable.open_item where company_id = ? and document <> 'F0' order by id
                """, ledger.company.id()).into(String.class);
    }
}
