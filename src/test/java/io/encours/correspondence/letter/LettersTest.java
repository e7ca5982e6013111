package io.encours.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateDraft;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.Templates;
import io.encours.customer.Customers;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfValidation;
import io.encours.receivable.interest.InterestSettings;
import io.encours.strategy.Purpose;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.timeline.EventFilter;
import io.encours.timeline.EventType;
import io.encours.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A1 letters: made, kept, printed")
class LettersTest {

    private static final String TEXT =
            "<p>Madame, Monsieur,</p><p>Nous attendons {{totals.items}} de {{customer.name}}.</p><hr /><p>Salutations.</p>";

    @Autowired
    private Letters letters;

    @Autowired
    private PrintRuns runs;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Templates templates;

    @Autowired
    private Statements statements;

    @Autowired
    private InterestSettings settings;

    @Autowired
    private Customers customers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Imports imports;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    private Company company;
    private SignedIn manager;
    private SignedIn agent;
    private Scope everything;
    private Scope own;

    @BeforeEach
    void three_customers_and_a_template() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        var administrator = fixtures.aUser(
                io.encours.identity.Role.ADMINISTRATOR, io.encours.identity.CollectionsRole.MANAGER, company);
        everything = fixtures.everythingOf(company);
        own = new Scope(agent.id(), Set.of(company.id()), Scope.Portfolio.OWN);
        take(administrator, ImportKind.CUSTOMERS, """
                code;name;agent;address;postalCode;city;country;language
                DUP;Dupont Bâtiment;%s;12, rue des Écluses;38000;Grenoble;FR;fr
                SMI;Smith & Sons <Ltd>;;1 High Street;SW1A 1AA;London;GB;en
                NOA;Sans Adresse;;;;;FR;fr
                CRE;Créditeur;;3, place;69001;Lyon;FR;fr
                """.formatted(agent.login()));
        take(administrator, ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F-1;2026-09-01;2026-10-01;1200,50;INVOICE
                DUP;F-2;2026-09-15;2026-10-15;300,00;INVOICE
                DUP;F-3;2026-11-15;2026-12-15;99,00;INVOICE
                SMI;F-4;2026-09-15;2026-10-15;50,00;INVOICE
                NOA;F-5;2026-09-15;2026-10-15;50,00;INVOICE
                CRE;F-6;2026-09-15;2026-10-15;50,00;INVOICE
                CRE;A-1;2026-09-20;2026-09-20;-80,00;CREDIT_NOTE
                """);
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "18, quai",
                        "69002",
                        "Lyon",
                        null,
                        null,
                        null,
                        null,
                        "SAS au capital de 10 000 €",
                        "Service recouvrement",
                        "FR7630006000011234567890189",
                        "AGRIFRPP"));
        for (var language : List.of("fr", "en")) {
            templates.put(
                    administrator,
                    everything,
                    new TemplateDraft(
                            "ESSAI",
                            company.code(),
                            language,
                            "LETTER",
                            "REMINDER",
                            "AMICABLE",
                            null,
                            "Essai",
                            language.equals("fr") ? "Factures impayées" : "Unpaid invoices",
                            TEXT,
                            null),
                    null);
        }
    }

    @Test
    void a_letter_says_what_the_account_says_and_is_PDF_A() throws Exception {
        var made = create(manager, everything, "DUP").created().getFirst();
        var pdf = letters.pdf(everything, made);

        assertThat(PdfValidation.violations(pdf)).isEmpty();
        var letter = letters.get(everything, made);
        assertThat(PdfValidation.text(pdf).lines().map(String::strip))
                .contains(
                        "Dupont Bâtiment",
                        "12, rue des Écluses",
                        "38000 Grenoble",
                        "Lyon, le 24 novembre 2026",
                        "Objet : Factures impayées",
                        "Nous attendons 1 500,50 € de Dupont Bâtiment.",
                        "F-1 01/09/2026 01/10/2026 1 200,50 1 200,50 54",
                        "F-2 15/09/2026 15/10/2026 300,00 300,00 40",
                        "Total à régler 1 500,50 €",
                        "IBAN FR76 3000 6000 0112 3456 7890 189",
                        "BIC AGRIFRPP",
                        "Référence à indiquer RF" + reference("DUP"),
                        "Service recouvrement",
                        company.name() + " · SAS au capital de 10 000 € Page 1/1")
                .noneMatch(line -> line.contains("F-3"));
        assertThat(PdfValidation.text(pdf)).contains(letter.number());
        assertThat(letter.items()).containsExactly("F-1", "F-2");
        assertThat(letter.amount()).isEqualByComparingTo("1500.50");
        assertThat(letter.pages()).isEqualTo(1);
        assertThat(letter.template()).isEqualTo("ESSAI");
        assertThat(letter.state()).isEqualTo(new Letter.State.Waiting());
    }

    @Test
    void a_letter_is_in_the_language_of_its_customer() throws Exception {
        var pdf = letters.pdf(
                everything, create(manager, everything, "SMI").created().getFirst());
        assertThat(PdfValidation.text(pdf).lines().map(String::strip))
                .contains(
                        "Smith & Sons <Ltd>",
                        "UNITED KINGDOM",
                        "Lyon, 24 November 2026",
                        "Subject: Unpaid invoices",
                        "Total to pay €50.00");
        assertThat(PdfValidation.violations(pdf)).isEmpty();
    }

    @Test
    void each_letter_has_its_event_with_its_items() {
        var made = create(manager, everything, "DUP").created().getFirst();
        var event = timeline.ofCustomer(everything, made.customer(), EventFilter.ALL, null, 10)
                .items()
                .getFirst();
        assertThat(event.type()).isEqualTo(EventType.LETTER);
        assertThat(event.details())
                .containsEntry("letter", letters.get(everything, made).number())
                .containsEntry("label", "Factures impayées");
        assertThat(event.items()).extracting(item -> item.document()).containsExactlyInAnyOrder("F-1", "F-2");
        assertThat(event.text()).contains("Nous attendons");
        assertThat(event.author()).isEqualTo(manager.displayName());
    }

    @Test
    void many_are_made_in_one_call_and_each_refusal_has_its_reason() {
        var outcome = create(manager, everything, "DUP", "SMI", "NOA", "CRE");
        assertThat(outcome.created()).hasSize(2);
        assertThat(outcome.refused())
                .extracting(Refusal::code, Refusal::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("NOA", Refusal.Reason.NO_ADDRESS),
                        org.assertj.core.groups.Tuple.tuple("CRE", Refusal.Reason.IN_CREDIT));
    }

    @Test
    void nothing_is_recorded_when_one_cannot_be_printed() {
        var before = count();
        var order = new LetterOrder(id("DUP"), List.of(), null, null, "<p>not closed");
        assertThatThrownBy(() -> letters.create(
                        manager,
                        everything,
                        company.id(),
                        use(),
                        List.of(LetterOrder.about(id("SMI"), List.of()), order)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isEqualTo(before);
        assertThat(timeline.ofCustomer(everything, id("SMI"), EventFilter.ALL, null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("A1: of two clicks at once one makes the letter")
    void the_same_letter_is_not_made_twice_on_a_day_unless_it_was_cancelled() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            Callable<Letters.Outcome> click = () -> create(manager, everything, "DUP");
            var made = 0;
            var refused = new ArrayList<Refusal.Reason>();
            for (var each : people.invokeAll(List.of(click, click))) {
                made += each.get().created().size();
                each.get().refused().forEach(refusal -> refused.add(refusal.reason()));
            }
            assertThat(made).isEqualTo(1);
            assertThat(refused).containsExactly(Refusal.Reason.ALREADY_MADE);
        }
        letters.cancel(
                manager,
                everything,
                letters.list(everything, filter(null), new Paging(null, null))
                        .items()
                        .getFirst()
                        .id());
        assertThat(create(manager, everything, "DUP").created()).hasSize(1);
    }

    @Test
    @DisplayName("A7: no reminder in insolvency proceedings, none about what is under direct debit")
    void what_is_not_chased_is_not_reminded_of() {
        settings.put(
                manager,
                everything,
                company.code(),
                "SMI",
                new InterestSettings.CustomerDraft(null, null, null, LocalDate.of(2026, 11, 2)));
        assertThat(create(manager, everything, "SMI").refused())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.INSOLVENT);
        db.execute(
                "update receivable.open_item set presented_on = date '2026-11-20' where customer_id = ? and document = 'F-1'",
                id("DUP"));
        var made = create(manager, everything, "DUP").created().getFirst();
        assertThat(letters.get(everything, made).items()).containsExactly("F-2");
    }

    @Test
    @DisplayName("S2: who has no role in collections makes no letter")
    void letters_are_made_by_those_who_collect() {
        var accountant = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company);
        assertThatThrownBy(() -> create(accountant, everything, "DUP"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    @Test
    void an_agent_sees_and_makes_letters_of_own_customers_only() {
        var theirs = create(agent, own, "DUP", "SMI");
        assertThat(theirs.created()).hasSize(1);
        assertThat(theirs.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.UNKNOWN_CUSTOMER);
        var other = create(manager, everything, "SMI").created().getFirst();
        assertThatThrownBy(() -> letters.get(own, other)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> letters.pdf(own, other)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> letters.cancel(agent, own, other)).isInstanceOf(Problem.class);
        assertThat(letters.list(own, filter(null), new Paging(null, null)).items())
                .extracting(Letter::customer)
                .containsOnly("DUP");
        assertThat(letters.counts(own, filter(null))).containsExactly(1, 0, 0);
    }

    @Test
    void a_letter_that_waits_can_be_taken_back_once() {
        var made = create(manager, everything, "DUP").created().getFirst();
        assertThat(letters.cancel(manager, everything, made).state()).isInstanceOf(Letter.State.Cancelled.class);
        assertThatThrownBy(() -> letters.cancel(manager, everything, made)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> runs.print(manager, everything, company.code(), null))
                .isInstanceOf(Problem.class);
        assertThat(timeline.ofCustomer(everything, made.customer(), EventFilter.ALL, null, 10)
                        .items())
                .extracting(event -> event.type())
                .containsExactly(EventType.LETTER_CANCELLED, EventType.LETTER);
        assertThat(timeline.ofCustomer(everything, made.customer(), EventFilter.ALL, null, 10)
                        .items()
                        .getFirst()
                        .items())
                .as("cancelling stands on the log of the items too")
                .hasSize(2);
        assertThat(letters.pdf(everything, made)).isNotEmpty();
    }

    @Test
    void what_waits_is_printed_as_one_in_the_order_of_names_and_can_be_had_again() throws Exception {
        create(manager, everything, "SMI", "DUP");
        var run = runs.print(manager, everything, company.code(), null).run().orElseThrow();
        assertThat(run.letters()).isEqualTo(2);
        assertThat(run.pages()).isEqualTo(2);
        var printed = pdf(everything, run);
        assertThat(PdfValidation.violations(printed)).isEmpty();
        assertThat(PdfValidation.text(printed)).containsSubsequence("Dupont Bâtiment", "Smith & Sons");
        assertThat(PdfValidation.text(pdf(everything, run))).isEqualTo(PdfValidation.text(printed));

        assertThat(letters.counts(everything, filter(null))).containsExactly(0, 2, 0);
        var letter = letters.list(everything, filter(Letter.Name.PRINTED), new Paging(null, null))
                .items()
                .getFirst();
        assertThat(letter.state()).isEqualTo(new Letter.State.Printed(run.id(), run.createdAt()));
        assertThatThrownBy(() -> letters.cancel(manager, everything, letter.id()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> runs.print(manager, everything, company.code(), null))
                .isInstanceOf(Problem.class);
    }

    @Test
    void of_a_run_everybody_has_the_letters_of_their_own_customers() throws Exception {
        create(manager, everything, "SMI", "DUP");
        var run = runs.print(manager, everything, company.code(), null).run().orElseThrow();
        assertThat(runs.get(own, run.id()).letters()).isEqualTo(1);
        assertThat(PdfValidation.text(pdf(own, run))).contains("Dupont").doesNotContain("Smith");
        var stranger = new Scope(fixtures.anAgent(company).id(), Set.of(company.id()), Scope.Portfolio.OWN);
        assertThatThrownBy(() -> runs.get(stranger, run.id())).isInstanceOf(Problem.class);
        assertThat(runs.list(stranger, null, new Paging(null, null)).items()).isEmpty();
    }

    @Test
    void chosen_letters_are_printed_and_the_others_wait() {
        var made = create(manager, everything, "SMI", "DUP").created();
        var run = runs.print(manager, everything, company.code(), List.of(made.getFirst()))
                .run()
                .orElseThrow();
        assertThat(run.letters()).isEqualTo(1);
        assertThat(letters.counts(everything, filter(null))).containsExactly(1, 1, 0);
    }

    @Test
    void a_statement_lists_all_that_is_open_and_the_balance() throws Exception {
        templates.put(
                fixtures.aManager(company),
                everything,
                new TemplateDraft(
                        "RELEVE",
                        company.code(),
                        "fr",
                        "LETTER",
                        "STATEMENT",
                        "AMICABLE",
                        null,
                        "Relevé",
                        "Relevé de compte",
                        TEXT,
                        null),
                null);
        var use = TemplateUse.named("RELEVE", Channel.LETTER, Purpose.STATEMENT, "fr");
        var outcome = letters.create(
                manager, everything, company.id(), use, List.of(LetterOrder.about(id("CRE"), List.of())));
        var pdf = letters.pdf(everything, outcome.created().getFirst());
        assertThat(PdfValidation.text(pdf).lines().map(String::strip))
                .contains(
                        "A-1 20/09/2026 20/09/2026 −80,00 −80,00",
                        "F-6 15/09/2026 15/10/2026 50,00 50,00 40",
                        "Échu 50,00 €",
                        "Avoirs et règlements à imputer −80,00 €",
                        "Solde de votre compte −30,00 €")
                .noneMatch(line -> line.startsWith("IBAN"));
    }

    @Test
    @DisplayName("A1: statements to all customers are one print run, which keeps who got none and why")
    void statements_to_all_are_printed_as_one() throws Exception {
        var outcome = statements.print(manager, everything, company.code(), null);
        var run = outcome.run().orElseThrow();
        assertThat(run.letters()).isEqualTo(3);
        assertThat(PdfValidation.text(pdf(everything, run)))
                .containsSubsequence("Crédit", "Dupont Bâtiment", "Smith & Sons");
        assertThat(runs.refusals(everything, List.of(run.id())).get(run.id()))
                .extracting(PrintRun.WithoutLetter::code, PrintRun.WithoutLetter::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("NOA", Refusal.Reason.NO_ADDRESS));
        assertThat(runs.refusals(own, List.of(run.id()))).isEmpty();

        var again = statements.print(manager, everything, company.code(), List.of(id("DUP")));
        assertThat(again.run()).as("made today already").isEmpty();
        assertThat(again.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.ALREADY_MADE);
    }

    @Test
    void what_is_previewed_is_not_kept() {
        var before = count();
        assertThat(letters.preview(everything, company.id(), use(), LetterOrder.about(id("DUP"), List.of())))
                .isNotEmpty();
        assertThat(count()).isEqualTo(before);
        assertThatThrownBy(
                        () -> letters.preview(everything, company.id(), use(), LetterOrder.about(id("CRE"), List.of())))
                .isInstanceOf(Problem.class);
    }

    private Letters.Outcome create(SignedIn author, Scope scope, String... codes) {
        var orders = Arrays.stream(codes)
                .map(code -> LetterOrder.about(id(code), List.of()))
                .toList();
        return letters.create(author, scope, company.id(), use(), orders);
    }

    private static TemplateUse use() {
        return TemplateUse.named("ESSAI", Channel.LETTER, Purpose.REMINDER, "fr");
    }

    private Letter.Filter filter(Letter.@Nullable Name state) {
        return new Letter.Filter(company.code(), null, state);
    }

    private long id(String code) {
        return customers.get(everything, company.code(), code).id();
    }

    private int count() {
        return db.fetchCount(encours.db.correspondence.Tables.LETTER);
    }

    private byte[] pdf(Scope scope, PrintRun run) {
        var out = new ByteArrayOutputStream();
        runs.write(scope, run.id(), Locale.FRENCH, out);
        return out.toByteArray();
    }

    private static String reference(String code) {
        return io.encours.platform.CreditorReference.of(code)
                .orElseThrow()
                .inFours()
                .substring(2)
                .replace('\u00a0', ' ');
    }

    private void take(SignedIn administrator, ImportKind kind, String rows) {
        var id = imports.start(
                everything,
                administrator,
                new Upload(company.code(), kind, kind.label() + ".csv", false),
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(everything, id).status())
                .as("%s", imports.errors(everything, id))
                .isEqualTo(io.encours.importing.ImportRun.Status.DONE);
    }
}
