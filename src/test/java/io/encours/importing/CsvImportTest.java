package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Status;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("I1, I2: canonical CSV of customers, items and payments (api.md)")
class CsvImportTest {

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
    void customers_are_made_then_changed_only_where_a_value_differs() {
        var agent = fixtures.aUser(Role.COLLECTOR, CollectionsRole.AGENT, ledger.company);
        var run = ledger.send(
                "clients.csv",
                "code;name;agent;paymentTerms;creditLimit;couleur\r\nC1;Élan SARL;" + agent.login()
                        + ";45 jours fin de mois;1 500,50;bleu\r\nC2;Béton;;;;\r\n");

        assertThat(run.kind()).isEqualTo(ImportKind.CUSTOMERS);
        assertThat(run.totals(LineOutcome.CREATED).lines()).isEqualTo(2);
        assertThat(run.notices()).extracting(ImportRun.Notice::arguments).contains(List.of("couleur"));
        assertThat(customers()).containsExactly("C1 Élan SARL 45FM 1500.5", "C2 Béton - -");

        var again = ledger.send(
                "clients.csv", "name,code,creditLimit\nÉlan SARL,C1,1500.50\nBéton neuf,C2,10\nTrois,C3,\n");
        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(1);
        assertThat(again.totals(LineOutcome.CHANGED).lines()).isEqualTo(1);
        assertThat(again.totals(LineOutcome.CREATED).lines()).isEqualTo(1);
        assertThat(customers()).containsExactly("C1 Élan SARL 45FM 1500.5", "C2 Béton neuf - 10", "C3 Trois - -");
    }

    @Test
    void wrong_values_of_a_customer_are_told_by_line_and_column() {
        var run = ledger.send(
                "clients.csv", "code;name;agent;siren\nC1;Un;nobody-known;12\n;Deux;;\nC3;Trois;;123 456 789\n");

        assertThat(ledger.errors(run))
                .extracting(error -> error.line() + " " + error.column() + " " + error.reason())
                .containsExactly(
                        "2 agent customer.problem.agent",
                        "2 siren customer.problem.siren",
                        "3 code importing.reject.missing");
        assertThat(customers()).containsExactly("C3 Trois - -");
    }

    @Test
    void terms_of_a_customer_move_the_due_dates_of_its_items() {
        ledger.send(new FecText().sale("C1", "F1", "2026-01-15", "100.00"));
        ledger.send("clients.csv", "code;name;paymentTerms\nC1;Un;FM45\n");

        assertThat(db.fetchSingle(
                                "select due_date || ' ' || due_date_source from receivable.open_item where company_id = ?",
                                ledger.company.id())
                        .into(String.class))
                .isEqualTo("2026-03-17 CUSTOMER_TERMS");
    }

    @Test
    void items_sent_again_change_nothing_and_with_another_amount_they_are_corrected() {
        var items =
                "customer;document;documentDate;amount;dueDate\nC1;F1;15/01/2026;100,00;15/02/2026\nC1;F1;15/01/2026;50,00;15/03/2026\nC1;A1;2026-01-20;-30;\n";
        var run = ledger.send("factures.csv", items);
        assertThat(run.kind()).isEqualTo(ImportKind.ITEMS);
        assertThat(run.kept().debit()).isEqualByComparingTo("150");
        assertThat(run.kept().credit()).isEqualByComparingTo("30");

        var again = ledger.send("factures.csv", items);
        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(3);

        var corrected = ledger.send(
                "factures.csv", "customer;document;documentDate;amount;dueDate\nC1;F1;15/01/2026;120,00;15/02/2026\n");
        assertThat(corrected.totals(LineOutcome.CHANGED).lines()).isEqualTo(1);
        assertThat(remaining()).containsExactly("F1 INVOICE 120", "F1 INVOICE 50", "A1 CREDIT_NOTE -30");
    }

    @Test
    void rows_alike_are_told_apart_by_their_order() {
        var items = "customer;document;documentDate;amount\nC1;F1;2026-01-15;50\nC1;F1;2026-01-15;50\n";
        ledger.send("factures.csv", items);
        var again = ledger.send("factures.csv", items);

        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(2);
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("1E+2"));
    }

    @Test
    void a_payment_settles_the_document_it_names_and_the_rest_stays_unallocated() {
        ledger.send(
                "factures.csv", "customer;document;documentDate;amount\nC1;F1;2026-01-15;100\nC1;F2;2026-01-16;60\n");
        var run = ledger.send(
                "reglements.csv",
                "customer;date;amount;document;reference\nC1;2026-02-01;130;F1;R1\nC1;2026-02-01;20;F2;R1\nC1;2026-02-02;5;;R2\n");

        assertThat(run.kind()).isEqualTo(ImportKind.PAYMENTS);
        assertThat(run.kept().credit()).isEqualByComparingTo("155");
        assertThat(remaining())
                .containsExactly("F1 INVOICE 0", "F2 INVOICE 40", "F1 PAYMENT -30", "F2 PAYMENT 0", " PAYMENT -5");
        assertThat(db.fetchSingle(
                                "select bool_or(inferred) from receivable.open_item where company_id = ?",
                                ledger.company.id())
                        .into(boolean.class))
                .isFalse();
    }

    @Test
    void a_payment_that_comes_before_its_document_waits_for_it() {
        ledger.send("reglements.csv", "customer;date;amount;document\nC1;2026-02-01;60;F1\n");
        ledger.send("factures.csv", "customer;document;documentDate;amount\nC1;F1;2026-01-15;100\n");

        assertThat(remaining()).containsExactly("F1 PAYMENT 0", "F1 INVOICE 40");
    }

    @Test
    void an_amount_corrected_later_moves_the_allocation() {
        ledger.send("factures.csv", "customer;document;documentDate;amount\nC1;F1;2026-01-15;100\n");
        ledger.send("reglements.csv", "customer;date;amount;document;reference\nC1;2026-02-01;60;F1;R1\n");
        var run = ledger.send("reglements.csv", "customer;date;amount;document;reference\nC1;2026-02-01;100;F1;R1\n");

        assertThat(run.totals(LineOutcome.CHANGED).lines()).isEqualTo(1);
        assertThat(remaining()).containsExactly("F1 INVOICE 0", "F1 PAYMENT 0");
    }

    @Test
    void kinds_bring_their_control_account() {
        ledger.send(
                "factures.csv",
                "customer;document;documentDate;amount;kind\nC1;AC1;2026-01-15;-30;DEPOSIT\nC1;RG1;2026-01-15;5;RETENTION\nC1;L1;2026-01-15;7;BILL\nC1;FA1;2026-01-15;9;DEPOSIT_INVOICE\n");

        assertThat(db.fetch(
                                "select control_account || ' ' || kind from receivable.open_item where company_id = ? order by id",
                                ledger.company.id())
                        .into(String.class))
                .containsExactly("4191 DEPOSIT", "4117 RETENTION", "413 BILL", "411 DEPOSIT_INVOICE");
    }

    @Test
    void what_is_wrong_is_rejected_and_the_sums_add_up() {
        var text =
                "customer;document;documentDate;amount;kind;currency\nC1;F1;2026-01-15;100;;\nC1;F2;hier;50;;\nC1;F3;2026-01-15;dix;;\nC1;F4;2026-01-15;7;PRESENT;USD\n";
        var run = ledger.send("factures.csv", text.getBytes(Charset.forName("windows-1252")));

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.read()).isEqualTo(4);
        assertThat(run.kept().debit()).isEqualByComparingTo("100");
        assertThat(run.totals(LineOutcome.REJECTED).debit()).isEqualByComparingTo("57");
        assertThat(ledger.errors(run))
                .extracting(error -> error.line() + " " + error.column())
                .containsExactly("3 documentDate", "4 amount", "5 currency", "5 kind");

        var mended = ledger.send(
                "mended.csv",
                ledger.rejects(run)
                        .content()
                        .replace("hier", "2026-01-16")
                        .replace("dix", "10")
                        .replace("PRESENT;USD", "INVOICE;EUR"));
        assertThat(ledger.errors(mended)).isEmpty();
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("167"));
    }

    @Test
    void a_required_column_that_is_missing_refuses_the_file() {
        var run = ledger.send(
                new Upload(ledger.company.code(), ImportKind.ITEMS, "f.csv", false),
                "customer;document\nC1;F1\n".getBytes(Charset.forName("UTF-8")));

        assertThat(run.status()).isEqualTo(Status.REFUSED);
        assertThat(run.refusalArguments()).first().isEqualTo("documentDate, amount");
    }

    private List<String> customers() {
        return db.fetch("""
                select code || ' ' || name || ' ' || coalesce(payment_terms, '-') || ' ' || coalesce(trim_scale(credit_limit)::text, '-')
                from customer.customer where company_id = ? order by code
                """, ledger.company.id()).into(String.class);
    }

    private List<String> remaining() {
        return db.fetch("""
                select document || ' ' || kind || ' ' || trim_scale(remaining)
                from receivable.open_item where company_id = ? order by id
                """, ledger.company.id()).into(String.class);
    }
}
