package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Files of several years and parts of years, in any order: an invoice never counts from two of them, and none removes
/// what another brought (fec.md §5, docs/decisions/0004).
@IntegrationTest
@DisplayName("I1: several years, split files, newer extracts")
class FecYearsTest {

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

    @ParameterizedTest(name = "journal {0}, label {1}")
    @CsvSource({
        "AN, x",
        "RAN, x",
        "AN26, x",
        "A-N, x",
        "BO, x",
        "SI, x",
        "OD, A NOUVEAUX",
        "OD, RAN 2026",
        "OD, A.N. 01/01/26",
        "OD, Solde initial",
        "OD, Reprise des soldes",
        "OD, Bilan d'ouverture",
        "OD, ''"
    })
    void openings_are_known_by_journal_label_or_equity(String journal, String label) {
        ledger.send(new FecText().sale("C1", "F1", "2025-11-10", "500"));
        var run = ledger.send(opening(journal, label, "2026-01-01").sale("C1", "F2", "2026-01-15", "20"));

        assertThat(run.totals(LineOutcome.SET_ASIDE).lines()).isEqualTo(1);
        assertOwed("520");
    }

    @Test
    void two_fiscal_years_may_end_in_one_calendar_year() {
        var first = new FecText().sale("C1", "F0", "2022-07-10", "1").sale("C1", "F1", "2023-06-10", "499");
        var changeover = opening("AN", "A NOUVEAU", "2023-07-01").sale("C1", "F2", "2023-12-15", "20");
        ledger.send(first);
        ledger.send(changeover);
        assertOwed("520");

        ledger.send(first);
        ledger.send(changeover);
        assertOwed("520");
    }

    @Test
    void halves_of_a_year_and_then_the_whole() {
        var first = sale(new FecText(), "F1", "2025-07-10");
        var second = sale(new FecText(), "F2", "2026-02-10");
        ledger.send(first);
        ledger.send(second);
        var whole = ledger.send(
                sale(sale(sale(new FecText(), "F1", "2025-07-10"), "F2", "2026-02-10"), "F3", "2026-06-10"));

        assertThat(whole.totals(LineOutcome.CREATED).lines()).isEqualTo(1);
        assertOwed("300");
    }

    @Test
    void extracts_of_the_last_weeks_overlap_across_the_years() {
        ledger.send(sale(sale(new FecText(), "F1", "2025-12-01"), "F2", "2025-12-20"));
        ledger.send(sale(sale(new FecText(), "F2", "2025-12-20"), "F3", "2026-01-10"));

        assertOwed("300");
    }

    @Test
    void the_parts_of_a_split_file_sent_again_do_not_remove_each_other() {
        var sales = new FecText();
        var receipts = new FecText();
        for (var month = 1; month < 9; month++) {
            sale(sales, "F" + month, "2026-0" + month + "-10");
            if (month % 3 == 0) {
                receipts.receipt("C1", "R" + month, "2026-0" + month + "-05", "50");
            }
        }
        ledger.send(sales);
        ledger.send(receipts);
        assertOwed("700");

        for (var part : List.of(sales, receipts)) {
            var run = ledger.send(part);
            assertThat(run.totals(LineOutcome.REMOVED).lines()).isZero();
            assertThat(run.totals(LineOutcome.CREATED).lines()).isZero();
        }
        assertOwed("700");
    }

    @Test
    void a_newer_extract_of_the_whole_takes_the_place_of_all_parts() {
        ledger.send(sale(sale(new FecText(), "F1", "2026-01-10"), "F2", "2026-03-10"));
        ledger.send(new FecText().receipt("C1", "R1", "2026-02-10", "30").receipt("C1", "R2", "2026-03-10", "30"));
        var run = ledger.send(sale(sale(new FecText(), "F1", "2026-01-10"), "F2", "2026-03-10")
                .receipt("C1", "R2", "2026-03-10", "30"));

        assertThat(run.totals(LineOutcome.REMOVED).lines()).isEqualTo(1);
        assertOwed("170");
    }

    @ParameterizedTest(name = "an entry of 2026 dated {0}")
    @CsvSource({"2024-03-03", "2025-03-03", "2027-02-03"})
    void an_entry_with_a_wrong_date_does_not_make_two_years_one(String wrong) {
        var before = sale(sale(new FecText(), "F0", "2025-01-10"), "F1", "2025-11-10");
        var after = new FecText()
                .entry()
                .receivable("AN", "411000", "C1", "AN", "2026-01-01", "A NOUVEAU", "200", "0", "", "")
                .other("AN", "101000", "AN", "2026-01-01", "0", "200");
        sale(sale(after, "F2", wrong), "F3", "2026-12-10");
        ledger.send(before);
        ledger.send(after);
        assertOwed("400");

        ledger.send(before);
        ledger.send(after);
        assertOwed("400");
    }

    @Test
    void openings_that_differ_from_the_year_before_name_the_customers_even_when_the_sum_agrees() {
        ledger.send(sale(sale(new FecText(), "F1", "2025-11-10"), "F2", "2025-12-10")
                .sale("C2", "F3", "2025-12-12", "50"));
        var run = ledger.send(openings("C1", "140", "C2", "110"));

        assertThat(run.notices())
                .filteredOn(notice -> notice.key().equals("importing.notice.openingDifference"))
                .extracting(ImportRun.Notice::arguments)
                .containsExactly(List.of("2", "0.00", "C1, C2"));
        assertOwed("200");
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3}")
    @CsvSource({"C1, 100, C2, 50", "'', 150, '', 0"})
    void openings_that_agree_or_name_nobody_are_no_notice(String one, String owed, String other, String owedByOther) {
        ledger.send(sale(new FecText(), "F1", "2025-12-10").sale("C2", "F3", "2025-12-12", "50"));
        var run = ledger.send(openings(one, owed, other, owedByOther));

        assertThat(run.notices())
                .extracting(ImportRun.Notice::key)
                .doesNotContain("importing.notice.openingDifference");
    }

    private static FecText openings(String one, String owed, String other, String owedByOther) {
        return new FecText()
                .entry()
                .receivable("AN", "411000", one, "AN", "2026-01-01", "A NOUVEAU", owed, "0", "", "")
                .receivable("AN", "411000", other, "AN", "2026-01-01", "A NOUVEAU", owedByOther, "0", "", "")
                .other(
                        "AN",
                        "101000",
                        "AN",
                        "2026-01-01",
                        "0",
                        new BigDecimal(owed).add(new BigDecimal(owedByOther)).toPlainString());
    }

    private static FecText opening(String journal, String label, String day) {
        return new FecText()
                .entry()
                .receivable(journal, "411000", "C1", "F1", day, label, "500", "0", "", "")
                .other(journal, "101000", "AN", day, "0", "500");
    }

    private static FecText sale(FecText fec, String document, String day) {
        return fec.sale("C1", document, day, "100");
    }

    private void assertOwed(String amount) {
        assertThat(ledger.balances().get("C1")).isEqualByComparingTo(new BigDecimal(amount));
    }
}
