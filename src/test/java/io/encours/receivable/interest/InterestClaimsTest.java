package io.encours.receivable.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.receivable.interest.ClaimDecisions.Order;
import io.encours.receivable.interest.InterestSettings.CompanyDraft;
import io.encours.receivable.interest.InterestSettings.CustomerDraft;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("K5 interest and indemnities are living claims")
class InterestClaimsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Order ALL_FOR_GOODWILL = new Order(null, null, null, "Geste commercial", null);

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private InterestClaims claims;

    @Autowired
    private ClaimDecisions decisions;

    @Autowired
    private InterestSettings settings;

    @Autowired
    private InterestRates rates;

    @Autowired
    private DSLContext db;

    private Company company;
    private SignedIn administrator;
    private SignedIn manager;
    private Scope scope;

    @BeforeEach
    void a_company_with_a_customer_who_pays_late() {
        company = fixtures.aCompany();
        scope = fixtures.everythingOf(company);
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        manager = fixtures.aManager(company);
        take(ImportKind.CUSTOMERS, "code;name\nDUP;Dupont Bâtiment\n");
    }

    private void bill(String... rows) {
        take(ImportKind.ITEMS, "customer;document;documentDate;dueDate;amount;kind\n" + String.join("\n", rows) + "\n");
    }

    private void pay(String... rows) {
        take(ImportKind.PAYMENTS, "customer;date;amount;document;reference\n" + String.join("\n", rows) + "\n");
    }

    @Test
    @DisplayName("12 000.00 due 31/05/2025 and paid 15/08/2025: 313.45 and 40.00 stay claimable after the payment")
    void a_claim_stays_when_the_principal_is_paid() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        pay("DUP;2025-08-15;12000.00;F-1;VIR-1");

        var claim = only(customer(TODAY));

        assertThat(claim.accrued().interest()).isEqualByComparingTo("313.45");
        assertThat(claim.accrued().indemnity()).isEqualByComparingTo("40");
        assertThat(claim.claimable().total()).isEqualByComparingTo("353.45");
        assertThat(claim.settledOn()).isEqualTo("2025-08-15");
        assertThat(claim.remaining()).isEqualByComparingTo("0");
        assertThat(claim.daysLate(TODAY)).isEqualTo(76);
    }

    @Test
    void it_grows_by_day_and_is_known_as_of_any_day() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        pay("DUP;2025-08-15;12000.00;F-1;VIR-1");

        assertThat(customer(LocalDate.of(2025, 5, 31)).claims()).isEmpty();
        assertThat(only(customer(LocalDate.of(2025, 6, 1))).accrued().interest())
                .isEqualByComparingTo("4.32");
        assertThat(only(customer(LocalDate.of(2025, 6, 30))).accrued().interest())
                .isEqualByComparingTo("129.70");
    }

    @Test
    @DisplayName(
            "D441-5: 40 euros once for an invoice, however many instalments and payments; none for a returned payment")
    void instalments_of_an_invoice_give_one_indemnity() {
        bill(
                "DUP;F-1;2025-05-01;2025-05-31;400.00;INVOICE",
                "DUP;F-1;2025-05-01;2025-06-30;400.00;INVOICE",
                "DUP;F-2;2025-05-01;2025-06-30;10.00;INVOICE");
        pay("DUP;2025-07-15;100.00;F-1;VIR-1");

        var found = customer(LocalDate.of(2025, 12, 31));

        assertThat(found.claims()).hasSize(3);
        assertThat(found.accrued().indemnity()).isEqualByComparingTo("80");
    }

    @Test
    @DisplayName("D441-5: 40 euros once for an invoice, also when the instalment it was invoiced with was paid in time")
    void a_decided_indemnity_counts_for_the_whole_invoice() {
        bill("DUP;F-1;2025-05-01;2025-05-31;400.00;INVOICE", "DUP;F-1;2025-05-01;2025-06-30;400.00;INVOICE");
        var first = customer(TODAY).claims().getFirst();
        decisions.invoice(
                manager,
                scope,
                company.code(),
                "DUP",
                new Order(List.of(first.item().toString()), "INDEMNITY", null, null, "ND-1"));
        pay("DUP;2025-05-20;400.00;F-1;VIR-1");

        var found = customer(TODAY);
        assertThat(found.invoiced().indemnity()).isEqualByComparingTo("40");
        assertThat(found.accrued().indemnity()).isEqualByComparingTo("40");
        assertThat(found.claims())
                .allSatisfy(claim -> assertThat(claim.claimable().indemnity()).isZero());
    }

    @Test
    @DisplayName("L441-10: moved to doubtful customers a debt still bears interest, until it is paid there; once")
    void a_transfer_to_doubtful_customers_does_not_end_interest() {
        take(
                null,
                books(
                        "VE;1;20250501;411000;DUP;F-1;12000.00;0;A;20250610;20250531",
                        "VE;1;20250501;706000;;F-1;0;12000.00;;;",
                        "OD;2;20250610;416000;DUP;F-1;12000.00;0;B;20250815;20250610",
                        "OD;2;20250610;411000;DUP;F-1;0;12000.00;A;20250610;",
                        "BQ;3;20250815;416000;DUP;F-1;0;12000.00;B;20250815;",
                        "BQ;3;20250815;512000;;F-1;12000.00;0;;;"));
        var claim = only(customer(TODAY));
        assertThat(claim.accrued().interest()).isEqualByComparingTo("313.45");
        assertThat(claim.settledOn()).isEqualTo("2025-08-15");
        assertThat(only(customer(LocalDate.of(2025, 6, 30))).remaining()).isEqualByComparingTo("12000");
    }

    @Test
    @DisplayName("L441-10: a debt that became a bill of exchange bears interest until the bill is due")
    void a_bill_of_exchange_pays_on_its_day() {
        take(
                null,
                books(
                        "VE;1;20250501;411000;DUP;F-1;12000.00;0;A;20250610;20250531",
                        "VE;1;20250501;706000;;F-1;0;12000.00;;;",
                        "OD;2;20250610;413000;DUP;LCR-1;12000.00;0;;;20250815",
                        "OD;2;20250610;411000;DUP;F-1;0;12000.00;A;20250610;"));
        var claim = only(customer(TODAY));
        assertThat(claim.accrued().interest()).isEqualByComparingTo("313.45");
        assertThat(claim.settledOn()).isEqualTo("2025-08-15");
    }

    /// journal;entry;day;account;customer;document;debit;credit;matching;matched on;due on
    private static String books(String... rows) {
        var text = new StringBuilder("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib"
                + "\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet"
                + "\tValidDate\tMontantdevise\tIdevise\tDateEcheance\n");
        for (var row : rows) {
            var cells = row.split(";", -1);
            text.append(String.join(
                            "\t",
                            cells[0],
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            cells[3],
                            cells[4],
                            cells[4],
                            cells[5],
                            cells[2],
                            "ECRITURE",
                            cells[6],
                            cells[7],
                            cells[8],
                            cells[9],
                            cells[2],
                            "",
                            "",
                            cells[10]))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void an_invoice_paid_in_time_or_taken_back_by_a_credit_note_gives_nothing() {
        bill(
                "DUP;F-1;2025-05-01;2025-05-31;400.00;INVOICE",
                "DUP;F-2;2025-05-01;2025-05-31;300.00;INVOICE",
                "DUP;F-2;2025-07-10;2025-07-10;-300.00;CREDIT_NOTE",
                "DUP;F-3;2026-12-01;2026-12-31;300.00;INVOICE");
        pay("DUP;2025-05-31;400.00;F-1;VIR-1");

        assertThat(customer(TODAY).claims())
                .extracting(Claim::document)
                .isSubsetOf("F-2"); // a credit note that is not matched yet leaves the invoice open
        assertThat(customer(LocalDate.of(2025, 5, 31)).claims()).isEmpty();
    }

    @Test
    void a_consumer_owes_neither_interest_nor_indemnity_and_a_public_body_one_rate() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        settings.put(manager, scope, company.code(), "DUP", new CustomerDraft("CONSUMER", null, null, null));
        assertThat(customer(TODAY).claims()).isEmpty();

        settings.put(manager, scope, company.code(), "DUP", new CustomerDraft("PUBLIC_BODY", null, null, null));
        assertThat(only(customer(LocalDate.of(2025, 8, 15))).accrued().interest())
                .isEqualByComparingTo("278.60");
    }

    @Test
    void the_customers_rate_goes_before_the_companys_and_none_below_the_floor() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        var day = LocalDate.of(2025, 8, 15);
        settings.put(administrator, company.code(), draft("CONTRACTUAL", "15"));
        assertThat(only(customer(day)).accrued().interest()).isEqualByComparingTo("374.79");

        settings.put(manager, scope, company.code(), "DUP", new CustomerDraft(null, "CONTRACTUAL", "5 %", null));
        assertThat(only(customer(day)).accrued().interest()).isEqualByComparingTo("235.00");
        assertThat(only(customer(day)).accrual().lines())
                .extracting(line -> line.rate().basis())
                .containsOnly(AppliedRate.Basis.FLOOR);

        settings.put(manager, scope, company.code(), "DUP", new CustomerDraft(null, "NONE", null, null));
        assertThat(only(customer(day)).accrued())
                .satisfies(accrued -> assertThat(accrued.interest()).isZero())
                .satisfies(accrued -> assertThat(accrued.indemnity()).isEqualByComparingTo("40"));
    }

    @Test
    void what_is_invoiced_and_waived_is_taken_off_and_taken_back() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        pay("DUP;2025-08-15;12000.00;F-1;VIR-1");
        var item = only(customer(TODAY)).item().toString();

        decisions.invoice(
                manager,
                scope,
                company.code(),
                "DUP",
                new Order(List.of(item), "INTEREST", new BigDecimal("300"), null, "ND-7"));
        decisions.waive(manager, scope, company.code(), "DUP", ALL_FOR_GOODWILL);

        var found = customer(TODAY);
        assertThat(found.invoiced().total()).isEqualByComparingTo("300");
        assertThat(found.waived().interest()).isEqualByComparingTo("13.45");
        assertThat(found.waived().indemnity()).isEqualByComparingTo("40");
        assertThat(found.claimable().total()).isZero();
        assertThat(found.decisions())
                .extracting(ClaimDecision::author, ClaimDecision::reason, ClaimDecision::reference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(manager.displayName(), "", "ND-7"),
                        org.assertj.core.groups.Tuple.tuple(manager.displayName(), "Geste commercial", ""));

        var waiver = found.decisions().getLast().id();
        decisions.reverse(manager, scope, company.code(), "DUP", waiver, "Erreur de client");
        assertThat(customer(TODAY).claimable().total()).isEqualByComparingTo("53.45");
        assertThatThrownBy(() -> decisions.reverse(manager, scope, company.code(), "DUP", waiver, "Encore"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> db.execute("update receivable.interest_claim_decision set reason = 'autre'"))
                .rootCause()
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void a_decision_follows_an_item_that_was_corrected() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        decisions.waive(manager, scope, company.code(), "DUP", ALL_FOR_GOODWILL);
        bill("DUP;F-1;2025-05-01;2025-05-31;11000.00;INVOICE");

        var claim = only(customer(TODAY));

        assertThat(claim.original()).isEqualByComparingTo("11000");
        assertThat(claim.waived().total()).isPositive();
    }

    @Test
    void waiving_needs_a_reason_a_manager_and_a_company_that_allows_it() {
        bill("DUP;F-1;2025-05-01;2025-05-31;12000.00;INVOICE");
        var agent = fixtures.anAgent(company);

        assertThatThrownBy(() -> decisions.waive(agent, scope, company.code(), "DUP", ALL_FOR_GOODWILL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() ->
                        decisions.waive(manager, scope, company.code(), "DUP", new Order(null, null, null, " ", null)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).hasSize(1));
        settings.put(administrator, company.code(), new CompanyDraft(null, null, null, null, null, false));
        assertThatThrownBy(() -> decisions.waive(manager, scope, company.code(), "DUP", ALL_FOR_GOODWILL))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo("receivable.interest.problem.waivingForbidden"));
        var elsewhere = fixtures.everythingOf(fixtures.aCompany());
        assertThatThrownBy(() -> decisions.invoice(manager, elsewhere, company.code(), "DUP", ALL_FOR_GOODWILL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void a_missing_half_year_is_told_until_somebody_enters_it() {
        assertThat(rates.missing(LocalDate.of(2090, 3, 1))).containsExactly(RateKind.MRO, RateKind.LEGAL_PRO);
        rates.put(administrator, new InterestRates.Draft("MRO", "2090-H1", "3,25", "Communiqué"));

        assertThat(rates.missing(LocalDate.of(2090, 3, 1))).containsExactly(RateKind.LEGAL_PRO);
        assertThatThrownBy(() -> rates.put(administrator, new InterestRates.Draft("MRO", "2090-H3", "beaucoup", null)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactlyInAnyOrder("semester", "percent", "source"));
        assertThatThrownBy(() -> rates.put(manager, new InterestRates.Draft("MRO", "2090-H1", "3", "x")))
                .isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName(
            "Matched groups: the money counts from the day it arrived, not from the day it was matched; day by day")
    void the_pass_over_a_company_equals_the_sum_of_the_days() {
        var random = new Random(5);
        var expected = new TreeMap<String, BigDecimal>();
        var fec = new Fec();
        for (var n = 1; n <= 120; n++) {
            var customer = "C" + n % 17;
            var document = "F" + n;
            var billed = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
            var amount = BigDecimal.valueOf(1 + random.nextInt(900_000), 2);
            var parts = random.nextInt(4); // 0: unpaid
            var payments = new TreeMap<LocalDate, BigDecimal>();
            var left = amount;
            for (var part = 1; part <= parts; part++) {
                var share = part == parts ? left : left.divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN);
                payments.merge(billed.plusDays(random.nextInt(200)), share, BigDecimal::add);
                left = left.subtract(share);
            }
            var code = parts == 0 ? "" : "L" + n;
            var matched = parts == 0
                    ? null
                    : payments.lastKey().plusDays(random.nextInt(40)).with(TemporalAdjusters.lastDayOfMonth());
            fec.line(customer, document, billed, amount, BigDecimal.ZERO, code, matched);
            payments.forEach((day, share) -> fec.line(customer, "", day, BigDecimal.ZERO, share, code, matched));
            expected.merge(customer, byDay(billed.plusDays(30), amount, payments), BigDecimal::add);
        }
        take(null, fec.text());
        expected.values().removeIf(interest -> interest.signum() == 0);

        var found = claims.ofCompany(scope, company.code(), TODAY).customers().stream()
                .collect(Collectors.toMap(
                        CompanyClaims.Row::code, row -> row.accrued().interest(), BigDecimal::add, TreeMap::new));

        assertThat(found).containsExactlyEntriesOf(new TreeMap<>(Map.copyOf(expected)));
    }

    /// The interest of an invoice, one day after the other, rounded at the end.
    private BigDecimal byDay(LocalDate due, BigDecimal amount, Map<LocalDate, BigDecimal> payments) {
        var published = rates.published();
        var sum = BigDecimal.ZERO;
        for (var day = due.plusDays(1); !day.isAfter(TODAY); day = day.plusDays(1)) {
            var before = day;
            var paid = payments.entrySet().stream()
                    .filter(payment -> payment.getKey().isBefore(before))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var percent = published.at(RateKind.MRO, Semester.of(day)).percent().add(BigDecimal.TEN);
            sum = sum.add(
                    amount.subtract(paid).multiply(percent).divide(BigDecimal.valueOf(36_500), MathContext.DECIMAL128));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    /// Books with one line a piece and its counterpart.
    private static final class Fec {

        private final StringBuilder lines = new StringBuilder("JournalCode\tJournalLib\tEcritureNum\tEcritureDate"
                + "\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit"
                + "\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n");
        private int entry;

        void line(
                String customer,
                String document,
                LocalDate day,
                BigDecimal debit,
                BigDecimal credit,
                String code,
                LocalDate matched) {
            entry++;
            var sale = debit.signum() > 0;
            write(sale ? "VE" : "BQ", day, "411000", customer, document, debit, credit, code, matched);
            write(sale ? "VE" : "BQ", day, sale ? "706000" : "512000", "", document, credit, debit, "", null);
        }

        private void write(
                String journal,
                LocalDate day,
                String account,
                String customer,
                String document,
                BigDecimal debit,
                BigDecimal credit,
                String code,
                LocalDate matched) {
            var date = day.toString().replace("-", "");
            lines.append(String.join(
                            "\t",
                            journal,
                            journal,
                            String.valueOf(entry),
                            date,
                            account,
                            account,
                            customer,
                            customer,
                            document.isEmpty() ? "VIR" + entry : document,
                            date,
                            sale(journal) ? "FACTURE" : "VIREMENT",
                            debit.toPlainString(),
                            credit.toPlainString(),
                            code,
                            matched == null ? "" : matched.toString().replace("-", ""),
                            date,
                            "",
                            ""))
                    .append('\n');
        }

        private static boolean sale(String journal) {
            return journal.equals("VE");
        }

        String text() {
            return lines.toString();
        }
    }

    private static CompanyDraft draft(String rate, String percent) {
        return new CompanyDraft(rate, percent, null, null, null, null);
    }

    private CustomerClaims customer(LocalDate asOf) {
        return claims.ofCustomer(scope, company.code(), "DUP", asOf);
    }

    private static Claim only(CustomerClaims found) {
        assertThat(found.claims()).hasSize(1);
        return found.claims().getFirst();
    }

    private void take(ImportKind kind, String content) {
        var name = kind == null ? "export.txt" : kind.label() + ".csv";
        var upload = new Upload(company.code(), kind, name, false);
        var id = imports.start(
                scope, administrator, upload, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("%s", imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
    }
}
