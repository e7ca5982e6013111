package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Status;
import io.encours.importing.ImportRun.Totals;
import io.encours.platform.Problem;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// docs/decisions/0008.
@IntegrationTest
@DisplayName("I1: whole lists of open items")
class WholeListTest {

    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    private static final String HEADER = "customer;document;documentDate;dueDate;amount\n";
    private static final String F1 = "C1;F-1;2026-09-01;2026-10-01;100,00\n";
    private static final String F2 = "C1;F-2;2026-09-15;2026-10-15;60,00\n";
    private static final String F3 = "C2;F-3;2026-10-01;2026-11-01;40,00\n";
    private static final String CREDIT = "C2;AV-1;2026-10-02;;-15,00\n";

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
    void what_is_absent_is_settled_on_the_day_of_the_list_and_its_past_stays() {
        ledger.send("items.csv", HEADER + F1 + F2 + F3 + CREDIT);
        var shown = list(HEADER + F2 + CREDIT, true);
        assertThat(shown.totals(LineOutcome.SETTLED)).satisfies(settled("2", "140", "0"));
        assertThat(items()).contains("F-1 100 open");

        var run = list(HEADER + F2 + CREDIT, false);

        assertThat(run.totals(LineOutcome.SETTLED)).satisfies(settled("2", "140", "0"));
        assertThat(items()).containsExactly("F-1 0 2026-11-20", "F-2 60 open", "F-3 0 2026-11-20", "AV-1 -15 open");
        assertThat(ledger.balanceAsOf(NOV_20.minusDays(1))).isEqualByComparingTo("185");
        assertThat(ledger.balanceAsOf(NOV_20)).isEqualByComparingTo("45");
        assertThat(ledger.balances()).isEqualTo(ledger.ledgerBalances());
    }

    @Test
    void the_same_list_twice_changes_nothing() {
        ledger.send("items.csv", HEADER + F1 + F2);
        full(HEADER + F2);
        var again = full(HEADER + F2);

        assertThat(again.totals(LineOutcome.SETTLED).lines()).isZero();
        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(1);
    }

    @Test
    void an_item_that_is_sent_again_is_open_again() {
        ledger.send("items.csv", HEADER + F1 + F2);
        full(HEADER + F2);
        var back = ledger.send("items.csv", HEADER + F1);

        assertThat(back.totals(LineOutcome.CHANGED)).satisfies(settled("1", "100", "0"));
        assertThat(back.totals(LineOutcome.UNCHANGED).lines()).isZero();
        assertThat(items()).containsExactly("F-1 100 open", "F-2 60 open");
        assertThat(ledger.ledgerBalances()).containsEntry("C1", new java.math.BigDecimal("1.6E+2"));
    }

    @Test
    void items_of_a_fec_and_items_of_later_days_are_never_touched() {
        ledger.send(new FecText().sale("C9", "FEC-1", "2026-01-15", "500.00"));
        ledger.send("items.csv", HEADER + F1 + "C1;F-9;2026-11-22;2026-12-22;7,00\n");
        var run = full(HEADER + F2);

        assertThat(run.totals(LineOutcome.SETTLED)).satisfies(settled("1", "100", "0"));
        assertThat(items()).contains("FEC-1 500 open", "F-9 7 open");
    }

    @Test
    void what_was_partly_paid_is_settled_for_the_rest() {
        ledger.send("items.csv", HEADER + F1 + F2);
        ledger.send("payments.csv", "customer;date;amount;document\nC1;2026-10-05;40,00;F-1\n");
        var run = full(HEADER + F2);

        assertThat(run.totals(LineOutcome.SETTLED)).satisfies(settled("1", "60", "0"));
        assertThat(items()).contains("F-1 0 2026-11-20");
        assertThat(ledger.balances()).isEqualTo(ledger.ledgerBalances());
    }

    @Test
    void a_payment_that_comes_later_takes_the_place_of_the_settlement() {
        ledger.send("items.csv", HEADER + F1 + F2);
        full(HEADER + F2);
        ledger.send("payments.csv", "customer;date;amount;document\nC1;2026-11-19;30,00;F-1\n");

        assertThat(ledger.balances()).isEqualTo(ledger.ledgerBalances());
        assertThat(ledger.ledgerBalances().get("C1")).isEqualByComparingTo("60");
        assertThat(open()).containsExactly("F-2 60");

        ledger.send("payments.csv", "customer;date;amount;document\nC1;2026-11-20;70,00;F-1\n");
        assertThat(ledger.ledgerBalances().get("C1")).isEqualByComparingTo("60");
        assertThat(open()).containsExactly("F-2 60");
        assertThat(db.fetchValue(
                        "select count(*) from receivable.ledger_line where company_id = ? and settles_id is not null",
                        ledger.company.id()))
                .isEqualTo(0L);
    }

    @Test
    void a_list_of_claims_only_settles_credits_as_far_as_they_paid_absent_claims() {
        ledger.send("items.csv", HEADER + F1 + F2);
        ledger.send("payments.csv", "customer;date;amount\nC1;2026-10-05;130,00\nC2;2026-10-06;25,00\n");
        var run = full(HEADER + F2);

        assertThat(run.totals(LineOutcome.SETTLED)).satisfies(settled("2", "100", "100"));
        assertThat(ledger.ledgerBalances().get("C1")).isEqualByComparingTo("30");
        assertThat(ledger.ledgerBalances().get("C2")).isEqualByComparingTo("-25");
        assertThat(ledger.balances()).isEqualTo(ledger.ledgerBalances());
    }

    @Test
    void without_a_preview_it_is_refused_and_with_another_one_too() {
        ledger.send("items.csv", HEADER + F1 + F2);
        assertThatThrownBy(() -> list(HEADER + F2, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));

        list(HEADER + F2, true);
        ledger.send("items.csv", HEADER + F3);
        var run = list(HEADER + F2, false);
        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusal()).isEqualTo("importing.refusal.otherThanShown");
        assertThat(items()).contains("F-1 100 open");
    }

    @Test
    void a_list_with_rejects_is_refused_whole() {
        ledger.send("items.csv", HEADER + F1 + F2);
        var run = list(HEADER + F1 + F2.replace("60,00", "soixante"), true);

        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusal()).isEqualTo("importing.refusal.listWithRejects");
    }

    private ImportRun full(String content) {
        list(content, true);
        var run = list(content, false);
        assertThat(run.status()).as(String.valueOf(run.refusal())).isEqualTo(Status.DONE);
        return run;
    }

    private ImportRun list(String content, boolean dryRun) {
        return ledger.send(
                new Upload(ledger.company.code(), ImportKind.ITEMS, "items.csv", dryRun, "", "", true, NOV_20),
                content.getBytes(StandardCharsets.UTF_8));
    }

    private static java.util.function.Consumer<Totals> settled(String lines, String debit, String credit) {
        return totals -> {
            assertThat(totals.lines()).isEqualTo(Integer.parseInt(lines));
            assertThat(totals.debit()).isEqualByComparingTo(debit);
            assertThat(totals.credit()).isEqualByComparingTo(credit);
        };
    }

    /// Of the files, without the lines that settle.
    private List<String> items() {
        return db.fetch("""
                        select o.document, trim_scale(o.remaining), coalesce(o.settled_on::text, 'open')
                        from receivable.open_item o join receivable.ledger_line l using (customer_id, id)
                        where o.company_id = ? and l.settles_id is null order by o.id
                        """, ledger.company.id()).map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2));
    }

    private List<String> open() {
        return db.fetch("""
                        select document, trim_scale(remaining) from receivable.open_item
                        where company_id = ? and settled_on is null order by id
                        """, ledger.company.id()).map(row -> row.get(0) + " " + row.get(1));
    }
}
