package io.encours.correspondence.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Companies;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.notice.Notice.State;
import io.encours.correspondence.notice.NoticeRules.Refusal;
import io.encours.correspondence.notice.Notices.Draft;
import io.encours.correspondence.notice.Notices.StepDraft;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.platform.Problem;
import io.encours.platform.pdf.PdfValidation;
import io.encours.receivable.interest.ClaimDecisions;
import io.encours.receivable.interest.InterestSettings;
import io.encours.receivable.interest.InterestSettings.CustomerDraft;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.timeline.EventFilter;
import io.encours.timeline.EventType;
import io.encours.timeline.Timeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("K4 formal notices (mises en demeure)")
class NoticesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Draft ALL = new Draft(null, null);
    private static final Proof SCAN = Proof.of("avis.pdf", "%PDF-1.4 scan".getBytes(StandardCharsets.US_ASCII));

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Companies companies;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeSettings settings;

    @Autowired
    private PreLitigation preLitigation;

    @Autowired
    private InterestSettings interest;

    @Autowired
    private ClaimDecisions decisions;

    @Autowired
    private Timeline timeline;

    private DebtorFixture debtor;

    @BeforeEach
    void a_customer_with_two_overdue_invoices() {
        debtor = new DebtorFixture(imports, companies, letterheads, fixtures)
                .bill(
                        "DUP;F-1;2026-04-01;2026-05-31;12000.00;INVOICE",
                        "DUP;F-2;2026-09-01;2026-10-31;500.00;INVOICE",
                        "DUP;F-3;2026-11-01;2026-12-31;800.00;INVOICE")
                .pay("DUP;2026-08-15;2000.00;F-1;VIR-1");
    }

    @Test
    @DisplayName("late-payment law §5: all that a formal notice must contain, equal to the data")
    void the_document_says_all_it_must() throws Exception {
        var notice = issue(ALL);
        var text = text(document(notice));

        assertThat(PdfValidation.violations(document(notice))).as("PDF/A-2b").isEmpty();
        assertThat(notice.principal()).isEqualByComparingTo("10500");
        assertThat(text)
                .contains("MISE EN DEMEURE DE PAYER", notice.number(), "Lyon, le 24 novembre 2026")
                .contains("Quintavel Essais", "12 quai des Fabriques", "SIREN 732 829 320")
                .contains("Dupont Bâtiment", "3 rue des Tanneurs", "31000 Toulouse", "SIREN 552 100 554")
                .contains("F-1 01/04/2026 31/05/2026 177 12 000,00 2 000,00 10 000,00")
                .contains("F-2 01/09/2026 31/10/2026 24 500,00 0,00 500,00")
                .doesNotContain("F-3")
                .contains("Total en principal 10 500,00")
                .contains("du 01/06/2026 au 30/06/2026 30 12 000,00 12,15 % BCE + 10 points 119,84")
                .contains("du 01/07/2026 au 15/08/2026 46 12 000,00 12,15 %")
                .contains("du 16/08/2026 au 24/11/2026 101 10 000,00 12,15 %")
                .contains("F-1 Facture en retard de paiement (art. D. 441-5 du Code de commerce) 40,00")
                .contains("Total des indemnités 80,00")
                .contains("FR76 3000 6000 0112 3456 7890 189", "RF")
                .contains("2 décembre 2026")
                .contains("juridiction compétente", "suspendre nos livraisons")
                .doesNotContain("tout à échoir")
                .contains("articles 1344 et 1344-1", "L. 441-10")
                .contains("Claire Vasselmont")
                .doesNotContainIgnoringCase("titre exécutoire");
        assertThat(text).contains("Total à payer " + money(notice.total()));
        assertThat(notice.interest()).isEqualByComparingTo("643.78");
        assertThat(notice.total()).isEqualByComparingTo("11223.78");
        assertThat(notice.provisional()).isTrue();
        assertThat(text).contains("dernier taux connu", "1er semestre 2026");
    }

    @Test
    void what_was_waived_is_not_demanded_again_and_chosen_items_only() throws IOException {
        var order = new ClaimDecisions.Order(null, null, null, "Geste commercial", null);
        decisions.waive(debtor.manager, debtor.scope, debtor.company.code(), DebtorFixture.CODE, order);
        var second = account().demandable().getLast().id().toString();

        var notice = issue(new Draft(List.of(second), 15));

        assertThat(notice.items()).extracting(Notice.NoticeItem::document).containsExactly("F-2");
        assertThat(notice.total()).isEqualByComparingTo("500");
        assertThat(notice.deadline()).isEqualTo(TODAY.plusDays(15));
        assertThat(text(document(notice))).doesNotContain("Intérêts de retard", "40,00");
    }

    @Test
    void a_consumer_is_asked_for_the_principal_only_and_by_other_law() throws IOException {
        terms(new CustomerDraft("CONSUMER", null, null, null));

        var text = text(document(issue(ALL)));

        assertThat(text).contains("Total à payer 10 500,00 €", "au taux légal").doesNotContain("441-10", "40,00");
    }

    @Test
    void unallocated_payments_are_taken_off() {
        debtor.pay("DUP;2026-11-20;300.00;;VIR-9");

        var notice = issue(ALL);

        assertThat(notice.credits()).isEqualByComparingTo("300");
        assertThat(notice.total())
                .isEqualByComparingTo(notice.principal()
                        .subtract(new BigDecimal("300"))
                        .add(notice.interest())
                        .add(notice.indemnity()));
    }

    @Test
    void there_is_none_for_who_is_covered_in_credit_or_insolvent() {
        debtor.pay("DUP;2026-11-20;10500.00;;VIR-9");
        assertThat(NoticeRules.refusal(account())).contains(Refusal.COVERED);
        assertThatThrownBy(() -> issue(ALL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Refusal.COVERED.messageKey()));
        debtor.pay("DUP;2026-11-21;9000.00;;VIR-10");
        assertThat(NoticeRules.refusal(account())).contains(Refusal.IN_CREDIT);
        terms(new CustomerDraft(null, null, null, TODAY.minusDays(3)));
        assertThat(NoticeRules.refusal(account())).contains(Refusal.INSOLVENT);
    }

    @Test
    void the_sender_must_be_known() {
        letterheads.put(
                debtor.administrator,
                debtor.company.code(),
                new Letterhead.Draft(
                        "12 quai des Fabriques", "69002", "Lyon", null, null, null, null, null, null, null, null));

        assertThat(NoticeRules.refusal(account())).contains(Refusal.SENDER_WITHOUT_ACCOUNT);
    }

    @Test
    @DisplayName("Issued, sent with its number, presented, delivered with the scan; told on the timeline")
    void it_is_followed_to_the_proof() {
        var id = issue(ALL).id();
        assertThatThrownBy(() -> step(id, "DELIVERED", "2026-11-24", null, null))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> step(id, "SENT", "2026-11-24", null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> step(id, "SENT", "2026-11-25", "1A 234", null)).isInstanceOf(Problem.class);

        assertThat(step(id, "SENT", "2026-11-24", "1A 234 567 8901 2", null).state())
                .isEqualTo(State.SENT);
        step(id, "PRESENTED", "2026-11-24", null, null);
        var delivered = step(id, "DELIVERED", "2026-11-24", null, SCAN);

        assertThat(delivered.state()).isEqualTo(State.DELIVERED);
        assertThat(delivered.steps().getFirst().registeredNumber()).isEqualTo("1A 234 567 8901 2");
        var kept = notices.proof(
                debtor.scope,
                debtor.company.code(),
                DebtorFixture.CODE,
                id,
                delivered.steps().getLast().id());
        assertThat(kept.content()).isEqualTo(SCAN.content());
        assertThat(timeline.ofCustomer(
                                debtor.scope, debtor.company.code(), DebtorFixture.CODE, EventFilter.ALL, null, 10)
                        .items())
                .extracting(event -> event.type())
                .containsExactly(
                        EventType.FORMAL_NOTICE_DELIVERED,
                        EventType.FORMAL_NOTICE_PRESENTED,
                        EventType.FORMAL_NOTICE_SENT,
                        EventType.FORMAL_NOTICE);
    }

    @Test
    void the_customer_is_in_pre_litigation_until_the_items_are_paid_or_the_notice_is_cancelled() {
        var customer = account().customer().id();
        assertThat(preLitigation.since(customer)).isEmpty();
        var id = issue(ALL).id();
        assertThat(preLitigation.since(customer)).contains(TODAY);
        assertThat(preLitigation.items(List.of(customer)).values()).isNotEmpty().containsOnly(TODAY);

        debtor.pay("DUP;2026-11-23;10000.00;F-1;VIR-2", "DUP;2026-11-23;500.00;F-2;VIR-3");
        assertThat(preLitigation.since(customer)).isEmpty();

        debtor.bill("DUP;F-4;2026-10-01;2026-11-01;700.00;INVOICE");
        var other = issue(ALL).id();
        assertThat(preLitigation.since(customer)).isPresent();
        assertThatThrownBy(() -> step(other, "CANCELLED", "2026-11-24", null, null))
                .isInstanceOf(Problem.class);
        notices.step(
                debtor.manager,
                debtor.scope,
                debtor.company.code(),
                DebtorFixture.CODE,
                other,
                new StepDraft("CANCELLED", TODAY, null, "Émise par erreur", null));
        assertThat(preLitigation.since(customer)).isEmpty();
        assertThat(id).isNotEqualTo(other);
    }

    @Test
    void who_may_not_is_refused_and_who_may_not_see_finds_nothing() {
        var accountant = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, debtor.company);
        assertThatThrownBy(
                        () -> notices.issue(accountant, debtor.scope, debtor.company.code(), DebtorFixture.CODE, ALL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        var elsewhere = fixtures.everythingOf(fixtures.aCompany());
        assertThatThrownBy(() -> notices.ofCustomer(elsewhere, debtor.company.code(), DebtorFixture.CODE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> settings.put(
                        debtor.administrator, debtor.company.code(), new NoticeSettings.Draft(7, null, null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Proof.of("virus.exe", new byte[] {'M', 'Z'})).isInstanceOf(Problem.class);
    }

    private NoticeAccount account() {
        return notices.account(debtor.scope, debtor.company.code(), DebtorFixture.CODE);
    }

    @Test
    void the_same_items_are_not_demanded_twice_on_a_day_unless_the_first_notice_is_cancelled() {
        var first = issue(ALL).id();
        assertThatThrownBy(() -> issue(ALL))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("correspondence.notice.problem.issued"));
        notices.step(
                debtor.manager,
                debtor.scope,
                debtor.company.code(),
                DebtorFixture.CODE,
                first,
                new StepDraft("CANCELLED", TODAY, null, "Erreur", null));
        assertThat(issue(ALL).id()).isNotEqualTo(first);
    }

    private Notice issue(Draft draft) {
        return notices.issue(debtor.manager, debtor.scope, debtor.company.code(), DebtorFixture.CODE, draft);
    }

    private Notice step(
            io.encours.platform.RowId id, String kind, String on, @Nullable String number, @Nullable Proof proof) {
        return notices.step(
                debtor.manager,
                debtor.scope,
                debtor.company.code(),
                DebtorFixture.CODE,
                id,
                new StepDraft(kind, LocalDate.parse(on), number, null, proof));
    }

    private void terms(CustomerDraft draft) {
        interest.put(debtor.manager, debtor.scope, debtor.company.code(), DebtorFixture.CODE, draft);
    }

    private byte[] document(Notice notice) {
        return notices.document(debtor.scope, debtor.company.code(), DebtorFixture.CODE, notice.id())
                .content();
    }

    private static String money(BigDecimal amount) {
        return new io.encours.platform.web.Formats(java.util.Locale.FRENCH)
                .money(amount, "EUR")
                .replaceAll("[\\u00a0\\u202f]", " ");
    }

    /// With ordinary blanks, line by line.
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\u00a0\\u202f ]+", " ");
        }
    }
}
