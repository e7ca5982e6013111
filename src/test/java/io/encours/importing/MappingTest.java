package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.ImportRun.Status;
import io.encours.importing.layout.Grids;
import io.encours.importing.layout.Guess;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Layout.DateOrder;
import io.encours.importing.layout.Layout.DecimalMark;
import io.encours.importing.layout.Reading;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Problem;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("I1: files with other column names")
class MappingTest {

    private static final String BALANCE = """
            Compte tiers;Intitulé;N° pièce;Date pièce;Échéance;Débit;Crédit;Libellé
            C1;DUPONT SA;F-1;12/10/2026;11/11/2026;1 200,00;;Facture 1
            C1;DUPONT SA;AV-1;13/10/2026;;;"200,50";Avoir 1
            """;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportMappings mappings;

    @Autowired
    private DSLContext db;

    @Autowired
    private Fixtures fixtures;

    @TempDir
    private Path folder;

    private LedgerFixture ledger;

    @BeforeEach
    void company() {
        ledger = new LedgerFixture(imports, db, fixtures);
    }

    @Test
    void without_a_mapping_it_is_refused_with_what_is_missing_and_with_one_it_is_read() {
        var refused = ledger.send("balance.csv", BALANCE);
        assertThat(refused.refusal()).isEqualTo("importing.refusal.missingColumns");
        assertThat(ledger.send(upload(ImportKind.ITEMS, ""), BALANCE.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .refusalArguments()
                        .getFirst())
                .isEqualTo("customer, document, documentDate, amount");

        keep("Balance", BALANCE);
        var run = ledger.send("balance.csv", BALANCE);

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.mapping()).isEqualTo("Balance");
        assertThat(run.totals(LineOutcome.CREATED).debit()).isEqualByComparingTo("1200");
        assertThat(run.totals(LineOutcome.CREATED).credit()).isEqualByComparingTo("200.50");
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("999.5"));
    }

    @Test
    void a_mapping_is_recognised_by_its_header_whatever_the_order_of_the_columns() {
        keep("Balance", BALANCE);
        var run = ledger.send("autre.csv", """
                Balance auxiliaire au 24/11/2026
                Échéance;Date pièce;Compte tiers;Intitulé;Crédit;Débit;N° pièce;Libellé
                11/11/2026;12/10/2026;C1;DUPONT SA;;10,00;F-1;Facture
                """);

        assertThat(run.mapping()).isEqualTo("Balance");
        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("1E+1"));
    }

    @Test
    void a_mapping_can_be_named_and_an_unknown_name_is_told() {
        keep("Balance", BALANCE);
        var shorter = """
                Compte tiers;N° pièce;Date pièce;Échéance;Débit;Crédit
                C1;F-1;12/10/2026;11/11/2026;10,00;
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(ledger.send(upload(null, "balance"), shorter).status()).isEqualTo(Status.DONE);
        assertThatThrownBy(() -> ledger.send(upload(null, "autre"), shorter)).isInstanceOf(Problem.class);
    }

    @Test
    void errors_bear_the_names_of_the_files_own_columns() {
        keep("Balance", BALANCE);
        var run = ledger.send(
                "balance.csv", BALANCE.replace("12/10/2026", "12 octobre").replace("1 200,00", "cent"));

        assertThat(ledger.errors(run)).extracting(Reject::column).containsExactly("Date pièce", "Débit");
        assertThat(ledger.rejects(run).content()).contains("Compte tiers;Intitulé", "MotifRejet");
    }

    @ParameterizedTest(name = "{0} {1} {2} inverted {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1.234,50   | COMMA  | DAY_FIRST   | false | 1234.5
            1.234      | COMMA  | DAY_FIRST   | false | 1234
            1,234      | POINT  | DAY_FIRST   | false | 1234
            1.234      | EITHER | DAY_FIRST   | false | 1.234
            (12,50)    | EITHER | DAY_FIRST   | false | -12.5
            12,50 €    | EITHER | DAY_FIRST   | false | 12.5
            -12,50     | COMMA  | MONTH_FIRST | true  | 12.5
            """)
    void amounts_are_read_as_the_mapping_says(
            String written, DecimalMark decimals, DateOrder dates, boolean inverted, BigDecimal amount) {
        var header = List.of("Client", "Pièce", "Le", "Montant");
        mappings.save(
                fixtures.everythingOf(ledger.company),
                ledger.accountant(),
                ledger.company.code(),
                ImportKind.ITEMS,
                "m",
                header,
                new Layout(
                        Map.of("customer", "Client", "document", "Pièce", "documentDate", "Le", "amount", "Montant"),
                        inverted,
                        dates,
                        decimals));
        var day = dates == DateOrder.MONTH_FIRST ? "10/12/2026" : "12/10/2026";
        ledger.send("a.csv", "Client;Pièce;Le;Montant\nC1;F-1;%s;%s\n".formatted(day, written));

        assertThat(ledger.balances().get("C1")).isEqualByComparingTo(amount);
        assertThat(db.fetchValue(
                        "select document_date::text from receivable.ledger_line where company_id = ?",
                        ledger.company.id()))
                .isEqualTo("2026-10-12");
    }

    @Test
    void an_amount_beside_its_sense() {
        mappings.save(
                fixtures.everythingOf(ledger.company),
                ledger.accountant(),
                ledger.company.code(),
                ImportKind.PAYMENTS,
                "Journal",
                List.of("Client", "Date", "Montant", "Sens"),
                new Layout(
                        Map.of("customer", "Client", "date", "Date", "amount", "Montant", "sense", "Sens"),
                        false,
                        DateOrder.DAY_FIRST,
                        DecimalMark.EITHER));
        ledger.send("a.csv", "Client;Date;Montant;Sens\nC1;12/10/2026;50,00;C\nC1;12/10/2026;20,00;D\n");

        assertThat(ledger.balances()).containsEntry("C1", new BigDecimal("-3E+1"));
    }

    @Test
    void a_mapping_without_what_is_required_or_with_unknown_columns_is_refused() {
        assertThatThrownBy(() -> mappings.save(
                        fixtures.everythingOf(ledger.company),
                        ledger.accountant(),
                        ledger.company.code(),
                        ImportKind.ITEMS,
                        " ",
                        List.of("Client"),
                        new Layout(
                                Map.of("customer", "Client", "dueDate", "Nowhere"),
                                false,
                                DateOrder.DAY_FIRST,
                                DecimalMark.EITHER)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "name",
                                        "columns.dueDate",
                                        "columns.document",
                                        "columns.documentDate",
                                        "columns.amount"));
    }

    @Test
    void columns_are_guessed_by_name_and_content() throws IOException, Unreadable {
        assertThat(guess(BALANCE).layout().columns())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "customer", "Compte tiers",
                        "document", "N° pièce",
                        "documentDate", "Date pièce",
                        "dueDate", "Échéance",
                        "debit", "Débit",
                        "credit", "Crédit"));
        assertThat(guess("""
                N° client;Raison sociale;Colonne 7;Contact facturation;Ville
                42;DUPONT SA;552 081 317;compta@dupont.example;LYON
                """)).satisfies(reading -> {
            assertThat(reading.kind()).isEqualTo(ImportKind.CUSTOMERS);
            assertThat(reading.layout().columns())
                    .containsEntry("code", "N° client")
                    .containsEntry("name", "Raison sociale")
                    .containsEntry("siren", "Colonne 7")
                    .containsEntry("email", "Contact facturation")
                    .containsEntry("city", "Ville");
        });
        assertThat(guess("""
                Customer no,Invoice no,Invoice date,Due date,Balance
                42,INV-1,10/25/2026,11/24/2026,"1,200.00"
                """)).satisfies(reading -> {
            assertThat(reading.kind()).isEqualTo(ImportKind.ITEMS);
            assertThat(reading.layout().dates()).isEqualTo(DateOrder.MONTH_FIRST);
            assertThat(reading.layout().missing(ImportKind.ITEMS)).isEmpty();
        });
        assertThat(guess("""
                Client;Date de règlement;Montant réglé;N° facture;Libellé
                42;25/10/2026;100,00;F-1;VIR DUPONT
                """)).satisfies(reading -> {
            assertThat(reading.kind()).isEqualTo(ImportKind.PAYMENTS);
            assertThat(reading.layout().columns()).containsEntry("reference", "Libellé");
        });
    }

    private Reading guess(String content) throws IOException, Unreadable {
        var file = Files.writeString(Files.createTempFile(folder, "guess", ".csv"), content);
        try (var grids = Grids.open(file)) {
            return Guess.of(grids, null, "").orElseThrow();
        }
    }

    private Upload upload(@org.jspecify.annotations.Nullable ImportKind kind, String mapping) {
        return new Upload(ledger.company.code(), kind, "balance.csv", false, "", mapping, false, null);
    }

    private void keep(String name, String content) {
        mappings.save(
                fixtures.everythingOf(ledger.company),
                ledger.accountant(),
                ledger.company.code(),
                ImportKind.ITEMS,
                name,
                List.of(content.lines().findFirst().orElseThrow().split(";")),
                new Layout(
                        Map.of(
                                "customer", "Compte tiers",
                                "document", "N° pièce",
                                "documentDate", "Date pièce",
                                "dueDate", "Échéance",
                                "debit", "Débit",
                                "credit", "Crédit"),
                        false,
                        DateOrder.DAY_FIRST,
                        DecimalMark.EITHER));
    }
}
