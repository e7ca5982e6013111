package io.encours.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.Imports;
import io.encours.prediction.PaymentBehaviours;
import io.encours.reporting.Books;
import io.encours.reporting.FecBooks;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Small ledgers whose figures were worked out by hand, brought in as files and asked over HTTP as of their days.
@IntegrationTest
@DisplayName("D1, D2, E1, E2, R1, R3, R4, R5 ledgers worked out by hand")
class LedgersByHandTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private DSLContext db;

    /// As the night does.
    @Autowired
    private PaymentBehaviours behaviours;

    /// A: F1 of 1 January paid on 31 January, 30 days; F2 of 1 January moved to doubtful customers on 1 June,
    /// lost on 1 October. F3 of 1 March moved on 1 June, paid there on 1 August: 153 days.
    @Test
    @DisplayName("D2 a claim moved to doubtful customers is not paid by that")
    void doubtful_is_not_paid() {
        var books = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-01-01", "1000", "AA 2026-01-31")
                .receipt("A", "R1", "2026-01-31", "1000", "AA 2026-01-31")
                .sale("A", "F2", "2026-01-01", "2000", "AB 2026-06-01")
                .entry("OD", "2026-06-01")
                .line("411000", "A", "F2", "-2000", "AB 2026-06-01")
                .line("416000", "A", "F2", "2000", "BA 2026-10-01")
                .sale("A", "F3", "2026-03-01", "3000", "AC 2026-06-01")
                .entry("OD", "2026-06-01")
                .line("411000", "A", "F3", "-3000", "AC 2026-06-01")
                .line("416000", "A", "F3", "3000", "BB 2026-08-01")
                .entry("BQ", "2026-08-01")
                .other("512000", "3000")
                .line("416000", "A", "R3", "-3000", "BB 2026-08-01")
                .entry("OD", "2026-10-01")
                .other("654000", "2000")
                .line("416000", "A", "F2", "-2000", "BA 2026-10-01")
                .bringIn();

        var july = report(books, "average-payment-delay", "asOf=2026-07-31");
        assertThat(text(july, "/rows/0/days")).isEqualTo("30.0");
        assertThat(july.at("/rows/0/invoices").asInt()).isEqualTo(1);
        var november = report(books, "average-payment-delay", "");
        assertThat(text(november, "/rows/0/days")).as("(30 + 153) / 2").isEqualTo("91.5");
        assertThat(text(november, "/rows/0/weightedDays"))
                .as("(1 000 × 30 + 3 000 × 153) / 4 000")
                .isEqualTo("122.3");
        assertThat(text(november, "/rows/0/company")).isEqualTo(books.company.code());
        assertThat(position(books, "A", "averagePaymentDelay")).isEqualTo("91.5");
        assertThat(text(report(books, "aged-balance", "asOf=2026-06-30"), "/total/amounts/4"))
                .as("F2 and F3, due on 31 January and 31 March, are as late as they were")
                .isEqualTo("5000.00");
        assertThat(text(report(books, "dso", "asOf=2026-06-30&days=181"), "/receivables"))
                .as("doubtful customers are left out")
                .isEqualTo("0.00");
    }

    /// As of 24 November 2026 the 365 days begin on 25 November 2025: of a ledger that begins with opening balances
    /// in January 2026 they are not all known, of one that begins with nothing they are.
    @ParameterizedTest(name = "begins with opening balances: {0}; DSO {1}")
    @CsvSource({"true, ", "false, 61.0"})
    @DisplayName("D1, D4, S9 the DSO kept of a customer is none where the ledger does not reach back far enough")
    void a_short_ledger_has_no_kept_dso(boolean opens, String dso) {
        var books = new FecBooks(imports, fixtures, 2026);
        if (opens) {
            books.opening("A", "F0", "2025-12-20", "400", "");
        }
        books.sale("A", "F2", "2026-03-05", "1000", "")
                .receipt("A", "R2", "2026-06-05", "833", "")
                .bringIn();
        var report = report(books.books, "dso", "method=BALANCE&days=365&customer=A");
        var kept = db.fetchValues(
                "select d.dso::text from prediction.customer_dso d where d.company_id = ?", books.books.company.id());

        if (dso == null) {
            assertThat(text(report, "/reason")).isEqualTo("LEDGER_TOO_SHORT");
            assertThat(kept).isEmpty();
        } else {
            assertThat(text(report, "/dso")).as("%s", report).isEqualTo(dso);
            assertThat(kept).singleElement().isEqualTo(dso);
        }
    }

    /// The bank gave the money in November for a bill of 31 January: until then it can come back.
    @Test
    @DisplayName("D2 a bill given to the bank early is not paid before its maturity")
    void discounted_bills_are_not_paid_yet() {
        var books = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-10-10", "1000", "AA 2026-10-20")
                .entry("OD", "2026-10-20")
                .line("411000", "A", "F1", "-1000", "AA 2026-10-20")
                .line("413000", "A", "LCR1", "2026-10-20", "LCR ECH 31/01/27", "1000", "AB 2026-11-10")
                .entry("BQ", "2026-11-10")
                .other("512000", "1000")
                .line("413000", "A", "LCR1", "-1000", "AB 2026-11-10")
                .bringIn();

        assertThat(report(books, "average-payment-delay", "").at("/rows")).isEmpty();
        assertThat(report(books, "average-payment-delay", "customer=A")
                        .at("/company/days")
                        .isNull())
                .isTrue();
        assertThat(position(books, "A", "averagePaymentDelay"))
                .as("lists and priority keep what the report says")
                .isEmpty();
        assertThat(customersPaying(books, "dmpMin=1")).isEmpty();

        behaviours.renewOvertaken(books.company.id(), LocalDate.of(2027, 2, 1));
        assertThat(position(books, "A", "averagePaymentDelay"))
                .as("from 10 October to the maturity")
                .isEqualTo("113.0");
        assertThat(customersPaying(books, "dmpMin=113&dmpMax=113")).containsExactly("A");
        assertThat(text(report(books, "average-payment-delay", "asOf=2027-02-01"), "/rows/0/days"))
                .isEqualTo("113.0");
        assertThat(report(books, "average-payment-delay", "").at("/rows"))
                .as("as of today it still is not paid")
                .isEmpty();
    }

    /// F1 of 10 January, bill accepted on 20 January for 31 March, handed in on 25 March, at the bank on 2
    /// April: paid on 31 March, 80 days. F2 of 10 January, bill for 28 February, unpaid and back on 5 March,
    /// paid on 10 April: 90 days.
    @Test
    @DisplayName("D2, E1, R1 a bill of exchange is paid on its maturity, when it is paid")
    void bills_are_paid_on_their_maturity() {
        var books = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-01-10", "1000", "AA 2026-01-20")
                .entry("OD", "2026-01-20")
                .line("411000", "A", "F1", "-1000", "AA 2026-01-20")
                .line("413000", "A", "LCR1", "2026-01-20", "LCR ECH 31/03/26", "1000", "AB 2026-03-25")
                .entry("OD", "2026-03-25")
                .line("413000", "A", "LCR1", "-1000", "AB 2026-03-25")
                .line("511300", "A", "LCR1", "2026-03-25", "Remise ECH 31/03/26", "1000", "AC 2026-04-02")
                .entry("BQ", "2026-04-02")
                .other("512000", "1000")
                .line("511300", "A", "LCR1", "-1000", "AC 2026-04-02")
                .sale("A", "F2", "2026-01-10", "500", "AD 2026-01-20")
                .entry("OD", "2026-01-20")
                .line("411000", "A", "F2", "-500", "AD 2026-01-20")
                .line("413000", "A", "LCR2", "2026-01-20", "LCR ECH 28/02/26", "500", "AE 2026-02-20")
                .entry("OD", "2026-02-20")
                .line("413000", "A", "LCR2", "-500", "AE 2026-02-20")
                .line("511300", "A", "LCR2", "2026-02-20", "Remise ECH 28/02/26", "500", "AF 2026-03-05")
                .entry("OD", "2026-03-05")
                .line("511300", "A", "LCR2", "-500", "AF 2026-03-05")
                .line("411000", "A", "IMP2", "2026-03-05", "IMPAYE LCR2", "500", "AG 2026-04-10")
                .receipt("A", "R2", "2026-04-10", "500", "AG 2026-04-10")
                .bringIn();

        assertThat(report(books, "average-payment-delay", "asOf=2026-02-15").at("/rows"))
                .as("accepted is not paid")
                .isEmpty();
        assertThat(report(books, "average-payment-delay", "asOf=2026-04-01").at("/rows"))
                .as("the bank has not told yet")
                .isEmpty();
        var april = report(books, "average-payment-delay", "asOf=2026-04-05");
        assertThat(text(april, "/rows/0/days")).isEqualTo("80.0");
        assertThat(text(april, "/rows/0/weightedDays")).isEqualTo("80.0");
        var now = report(books, "average-payment-delay", "");
        assertThat(text(now, "/rows/0/days")).as("(80 + 90) / 2").isEqualTo("85.0");
        assertThat(text(now, "/rows/0/weightedDays"))
                .as("(1 000 × 80 + 500 × 90) / 1 500")
                .isEqualTo("83.3");
        assertThat(position(books, "A", "averagePaymentDelay")).isEqualTo("85.0");
        assertThat(text(report(books, "aged-balance", "asOf=2026-03-20"), "/total/amounts/1"))
                .as("what came back is due on its maturity, 28 February: 20 days")
                .isEqualTo("500.00");
        var months = report(books, "turnover-and-payments", "asOf=2026-04-30").at("/months");
        assertThat(text(months, "/11/received"))
                .as("the bill at the bank and the transfer")
                .isEqualTo("1500.00");
        assertThat(text(months, "/10/received"))
                .as("a bill that came back was no money yet")
                .isEqualTo("0.00");
        assertThat(text(months, "/8/turnover")).isEqualTo("1500.00");
        var april4 = report(books, "collection-effectiveness", "month=2026-04&asOf=2026-04-30");
        assertThat(text(april4, "/toCollect"))
                .as("the bill of 31 March and what came back")
                .isEqualTo("1500.00");
        assertThat(text(april4, "/collected")).isEqualTo("1500.00");
    }

    /// The ledger begins on 1 January with F0, 5 000 of December. January 1 000, February 2 000, March 3 000;
    /// all open.
    @Test
    @DisplayName("D1 opening balances are no turnover, and a ledger that begins later than its window has no DSO")
    void opening_balances_are_no_turnover() {
        var books = new FecBooks(imports, fixtures, 2026)
                .opening("A", "F0", "2025-12-10", "5000", "AA 2026-02-10")
                .sale("A", "F1", "2026-01-15", "1000", "")
                .receipt("A", "R0", "2026-02-10", "5000", "AA 2026-02-10")
                .sale("A", "F2", "2026-02-15", "2000", "")
                .sale("A", "F3", "2026-03-15", "3000", "")
                .bringIn();

        var quarter = report(books, "dso", "asOf=2026-03-31&method=BALANCE&days=90");
        assertThat(text(quarter, "/dso")).as("6 000 × 90 / 6 000").isEqualTo("90.0");
        var year = report(books, "dso", "asOf=2026-03-31&method=BALANCE");
        assertThat(year.at("/dso").isNull()).isTrue();
        assertThat(text(year, "/reason")).isEqualTo("LEDGER_TOO_SHORT");
        assertThat(text(year, "/ledgerBegins")).isEqualTo("2026-01-01");
        assertThat(text(report(books, "dso", "asOf=2026-02-28&method=COUNT_BACK"), "/dso"))
                .as("3 000: February 2 000 in 28 days, January 1 000 in 31")
                .isEqualTo("59.0");
        assertThat(text(report(books, "dso", "asOf=2026-02-09&method=COUNT_BACK"), "/reason"))
                .as("6 000 open, 1 000 invoiced since the ledger begins")
                .isEqualTo("LEDGER_TOO_SHORT");
        var months = report(books, "turnover-and-payments", "asOf=2026-03-31").at("/months");
        assertThat(text(months, "/8/turnover")).as("December").isEqualTo("0.00");
        assertThat(text(months, "/9/expected")).as("F0 on 9 January").isEqualTo("5000.00");
        assertThat(text(report(books, "average-payment-delay", ""), "/rows/0/days"))
                .as("F0 was paid, from 10 December to 10 February")
                .isEqualTo("62.0");
    }

    /// Two years: the openings of the second are set aside, the window of 365 days is known on 30 June of the
    /// second.
    @Test
    @DisplayName("D1 with the year before the window is covered")
    void two_years_cover_the_window() {
        var books = new FecBooks(imports, fixtures, 2025)
                .opening("A", "OLD", "2024-12-01", "100", "ZZ 2025-02-01")
                .receipt("A", "R0", "2025-02-01", "100", "ZZ 2025-02-01")
                .sale("A", "F1", "2025-07-01", "4000", "AA 2025-09-01")
                .receipt("A", "R1", "2025-09-01", "4000", "AA 2025-09-01")
                .sale("A", "F2", "2025-12-15", "1000", "")
                .bringIn();
        new FecBooks(books, 2026)
                .opening("A", "F2", "2025-12-15", "1000", "")
                .sale("A", "F3", "2026-06-10", "2300", "")
                .bringIn();

        assertThat(text(report(books, "dso", "asOf=2026-06-30&method=BALANCE"), "/dso"))
                .as("3 300 × 365 / 7 300")
                .isEqualTo("165.0");
        assertThat(text(report(books, "aged-balance", "asOf=2026-06-30"), "/total/total"))
                .isEqualTo("3300.00");
        assertThat(text(report(books, "dso", "asOf=2026-06-30&method=COUNT_BACK"), "/dso"))
                .as("June 2 300 in 30 days, five months without, December 1 000 in 31")
                .isEqualTo("212.0");
    }

    /// F1 1 000 due 10 March. Paid on the 10th, the payment comes back on the 15th, a new one on the 25th.
    @Test
    @DisplayName("R1 a payment that came back is not collected, whichever way it is matched")
    void a_returned_payment_is_not_collected() {
        var still = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-02-08", "1000", "AA 2026-03-10")
                .receipt("A", "R1", "2026-03-10", "1000", "AA 2026-03-10")
                .entry("BQ", "2026-03-15")
                .line("411000", "A", "R1", "2026-03-15", "REJET PRLV", "1000", "AB 2026-03-25")
                .other("512000", "-1000")
                .receipt("A", "R2", "2026-03-25", "1000", "AB 2026-03-25")
                .bringIn();
        assertEffectiveness(still, "2026-03-12", "1000.00", "1000.00", "100.0");
        assertEffectiveness(still, "2026-03-20", "1000.00", "0.00", "0.0");
        assertEffectiveness(still, "2026-03-31", "1000.00", "1000.00", "100.0");

        var undone = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-02-08", "1000", "")
                .receipt("A", "R1", "2026-03-10", "1000", "AB 2026-03-15")
                .entry("BQ", "2026-03-15")
                .line("411000", "A", "R1", "2026-03-15", "REJET PRLV", "1000", "AB 2026-03-15")
                .other("512000", "-1000")
                .bringIn();
        assertEffectiveness(undone, "2026-03-31", "1000.00", "0.00", "0.0");

        var together = new FecBooks(imports, fixtures, 2026)
                .sale("A", "F1", "2026-02-08", "1000", "AA 2026-03-25")
                .receipt("A", "R1", "2026-03-10", "1000", "AA 2026-03-25")
                .entry("BQ", "2026-03-15")
                .line("411000", "A", "R1", "2026-03-15", "REJET PRLV", "1000", "AA 2026-03-25")
                .other("512000", "-1000")
                .receipt("A", "R2", "2026-03-25", "1000", "AA 2026-03-25")
                .bringIn();
        assertEffectiveness(together, "2026-03-31", "1000.00", "1000.00", "100.0");

        var byFile = new Books(imports, fixtures)
                .invoice("A", "F1", "2026-02-08", "2026-03-10", "1000")
                .payment("A", "2026-03-10", "1000", "F1")
                .payment("A", "2026-03-15", "-1000", "")
                .bringIn();
        assertEffectiveness(byFile, "2026-03-31", "1000.00", "0.00", "0.0");
        assertThat(text(report(byFile, "turnover-and-payments", "asOf=2026-03-31"), "/months/11/received"))
                .isEqualTo("0.00");
    }

    private void assertEffectiveness(Books books, String asOf, String toCollect, String collected, String rate) {
        var march = report(books, "collection-effectiveness", "month=2026-03&asOf=" + asOf);
        assertThat(text(march, "/toCollect")).as(asOf).isEqualTo(toCollect);
        assertThat(text(march, "/collected")).as(asOf).isEqualTo(collected);
        assertThat(text(march, "/rate")).as(asOf).isEqualTo(rate);
        assertThat(text(march, "/days/" + (march.at("/days").size() - 1) + "/collected"))
                .as(asOf)
                .isEqualTo(collected);
    }

    /// A paid 10 days late, B 30: the company 20. C has paid nothing.
    @Test
    @DisplayName("R5 who has paid nothing yet is as late as the company, whatever the report is narrowed to")
    void lateness_of_the_company() {
        var books = new Books(imports, fixtures)
                .invoice("A", "A1", "2026-01-01", "2026-01-31", "100")
                .payment("A", "2026-02-10", "100", "A1")
                .invoice("B", "B1", "2026-01-01", "2026-01-31", "900")
                .payment("B", "2026-03-02", "900", "B1")
                .invoice("A", "A2", "2026-10-01", "2026-11-20", "200")
                .invoice("B", "B2", "2026-10-01", "2026-11-20", "300")
                .invoice("C", "C1", "2026-10-01", "2026-11-10", "400")
                .invoice("C", "C2", "2026-09-01", "2026-09-30", "50")
                .bringIn()
                .customers("code;name;group\nA;A;G1\nB;B;G1\nC;C;G2\n");

        for (var narrowed : new String[] {"", "&customer=C", "&group=G2"}) {
            var forecast = report(books, "cash-forecast", "asOf=2026-11-24" + narrowed);
            var item = forecast.at("/items")
                    .valueStream()
                    .filter(each -> each.at("/document").asString().equals("C1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.at("/reason").asString()).as(narrowed).isEqualTo("COMPANY_LATENESS");
            assertThat(item.at("/expected").asString()).as(narrowed).isEqualTo("2026-11-30");
        }
        var whole = report(books, "cash-forecast", "asOf=2026-11-24");
        assertThat(text(whole, "/expected")).isEqualTo("900.00");
        assertThat(text(whole, "/offForecast")).isEqualTo("50.00");
        assertThat(whole.at("/items")
                        .valueStream()
                        .map(item -> item.at("/document").asString() + " "
                                + item.at("/expected").asString("")))
                .containsExactly("C1 2026-11-30", "A2 2026-11-30", "B2 2026-12-20", "C2 ");
        assertThat(text(whole, "/months/0/amount")).isEqualTo("600.00");
        assertThat(text(whole, "/weeks/0/begins")).as("a Monday").isEqualTo("2026-11-30");
        assertThat(report(books, "cash-forecast", "asOf=2026-02-15")
                        .at("/items/0/expected")
                        .isNull())
                .as("as of February only A had paid, 10 days late: B1 was expected on the 10th")
                .isTrue();
        var first = report(books, "cash-forecast", "asOf=2026-11-24&limit=3");
        assertThat(first.at("/items")).hasSize(3);
        assertThat(text(first, "/expected")).as("of all").isEqualTo("900.00");
        var rest = report(books, "cash-forecast", "asOf=2026-11-24&limit=3&cursor=" + text(first, "/next"));
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    @DisplayName("E2 a payment of several documents is one, rows alike are several")
    void payments_are_counted_not_lines() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F1", "2026-10-01", "2026-10-31", "100")
                .invoice("A", "F2", "2026-10-01", "2026-10-31", "200")
                .payment("A", "2026-11-03", "100", "F1")
                .payment("A", "2026-11-03", "200", "F2")
                .payment("B", "2026-11-03", "50", "")
                .payment("B", "2026-11-03", "50", "")
                .bringIn();
        var days = report(books, "payment-days", "month=2026-11").at("/days");
        assertThat(days).hasSize(30);
        assertThat(days.at("/2/payments").asInt()).isEqualTo(3);
        assertThat(text(days, "/2/amount")).isEqualTo("400.00");

        var ledger = new FecBooks(imports, fixtures, 2026)
                .entry("BQ", "2026-11-03")
                .other("512000", "600")
                .line("411000", "A", "F1", "-100", "")
                .line("411000", "A", "F2", "-200", "")
                .line("411000", "B", "F3", "-300", "")
                .receipt("A", "R2", "2026-11-03", "70", "")
                .bringIn();
        assertThat(report(ledger, "payment-days", "month=2026-11")
                        .at("/days/2/payments")
                        .asInt())
                .as("one of A and one of B in the first entry, one in the second")
                .isEqualTo(3);
    }

    /// 12 000 invoiced, of which 600 are kept back at once; 6 000 invoiced, of which 300 are moved to the
    /// retention later.
    @Test
    @DisplayName("D1 retention money is in the receivables and in the turnover")
    void retention_money_on_both_sides() {
        var books = new FecBooks(imports, fixtures, 2026)
                .entry("VE", "2026-06-10")
                .line("411000", "A", "F1", "11400", "")
                .line("411700", "A", "F1", "600", "")
                .other("706000", "-12000")
                .sale("A", "F2", "2026-06-12", "6000", "AA 2026-06-20")
                .entry("OD", "2026-06-20")
                .line("411700", "A", "F2", "300", "")
                .line("411000", "A", "F2", "-300", "AA 2026-06-20")
                .entry("BQ", "2026-07-05")
                .other("512000", "300")
                .line("411700", "A", "F2", "-300", "")
                .bringIn();
        var dso = report(books, "dso", "asOf=2026-06-30&method=BALANCE&days=30");

        assertThat(text(dso, "/receivables")).isEqualTo("18000.00");
        assertThat(text(dso, "/turnover")).isEqualTo("18000.00");
        assertThat(text(dso, "/dso")).isEqualTo("30.0");
        var july = report(books, "turnover-and-payments", "asOf=2026-07-31").at("/months/11");
        assertThat(text(july, "/turnover"))
                .as("money on retention money is no turnover")
                .isEqualTo("0.00");
        assertThat(text(july, "/received")).isEqualTo("300.00");
    }

    @Test
    @DisplayName("fec.md §3 accruals stay in the balance as what they are: no invoice, in no figure of collection")
    void accruals_are_no_invoices() {
        var books = new Books(imports, fixtures)
                .item("A", "FAE", "2026-06-10", "2026-06-20", "500", "INVOICE", "418100")
                .invoice("A", "F1", "2026-06-10", "2026-06-30", "1000")
                .bringIn();

        assertThat(text(report(books, "aged-balance", "asOf=2026-06-30"), "/total/total"))
                .isEqualTo("1500.00");
        assertThat(text(report(books, "dso", "asOf=2026-06-30&days=30"), "/receivables"))
                .isEqualTo("1000.00");
        assertThat(text(report(books, "collection-effectiveness", "month=2026-06&asOf=2026-06-30"), "/toCollect"))
                .isEqualTo("1000.00");
        assertThat(text(report(books, "cash-forecast", "asOf=2026-06-25"), "/expected"))
                .isEqualTo("1000.00");
        var items = manager(books)
                .get("/items?company=" + books.company.code())
                .body()
                .at("/items");
        assertThat(items.valueStream()
                        .filter(item -> item.at("/document").asString().equals("FAE"))
                        .findFirst()
                        .orElseThrow()
                        .at("/kind")
                        .asString())
                .isEqualTo("ADJUSTMENT");
    }

    @Test
    @DisplayName("R3 the schedule is paged, its total is that of all")
    void the_schedule_is_paged() {
        var books = new Books(imports, fixtures)
                .invoice("A", "A1", "2026-06-01", "2026-06-30", "100")
                .invoice("A", "A2", "2026-06-01", "2026-07-31", "200")
                .item("B", "B1", "2026-06-01", "2026-08-15", "300", "BILL", "")
                .invoice("C", "C1", "2026-06-01", "2027-01-31", "400")
                .payment("C", "2026-06-20", "50", "")
                .bringIn();
        var all = report(books, "schedule", "asOf=2026-07-10");

        assertThat(all.at("/rows")).hasSize(3);
        assertThat(text(all, "/total/overdue")).isEqualTo("100.00");
        assertThat(text(all, "/total/months/0")).as("what is left of July").isEqualTo("200.00");
        assertThat(text(all, "/total/bills/1")).as("the bill in August").isEqualTo("300.00");
        assertThat(text(all, "/total/later")).isEqualTo("400.00");
        assertThat(text(all, "/total/credits")).isEqualTo("-50.00");
        assertThat(text(all, "/total/total")).isEqualTo("950.00");
        var first = report(books, "schedule", "asOf=2026-07-10&limit=2");
        assertThat(first.at("/rows")).hasSize(2);
        assertThat(first.at("/total")).isEqualTo(all.at("/total"));
        var rest = report(books, "schedule", "asOf=2026-07-10&limit=2&cursor=" + text(first, "/next"));
        assertThat(rest.at("/rows/0")).isEqualTo(all.at("/rows/2"));
    }

    @Test
    @DisplayName("R2 a span is that of its end when only the end is given")
    void a_span_with_only_its_end() {
        var books = new Books(imports, fixtures)
                .payment("A", "2026-03-05", "100", "")
                .invoice("A", "F1", "2026-01-01", "2026-01-31", "100")
                .bringIn();
        var march = report(books, "unallocated-payments", "to=2026-03-20");

        assertThat(text(march, "/from")).isEqualTo("2026-03-01");
        assertThat(text(march, "/added")).isEqualTo("100.00");
        assertThat(text(march, "/rate")).isEqualTo("0.0");
    }

    @Test
    @DisplayName("I4 what is wrong with a question is said with its field, and nobody sees more than their own")
    void wrong_questions() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F1", "2026-10-01", "2026-10-31", "100")
                .bringIn();
        var other = fixtures.anAgent(books.company);
        var own = fixtures.anAgent(books.company);
        books.customers("code;name;agent\nA;A;" + other.login() + "\n");
        var api = manager(books);
        var company = "?company=" + books.company.code();

        for (var wrong : new String[] {
            "aged-balance" + company + "&asOf=2026-02-30 asOf",
            "collection-effectiveness" + company + "&month=2026-13 month",
            "dso" + company + "&method=NONE method",
            "schedule" + company + "&months=many months"
        }) {
            var answer = api.get("/reports/" + wrong.split(" ", -1)[0]);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(text(answer.body(), "/errors/0/field")).isEqualTo(wrong.split(" ", -1)[1]);
        }
        for (var wrong : new String[] {
            "dso" + company + "&days=0 days",
            "schedule" + company + "&months=0 months",
            "unallocated-payments" + company + "&from=2026-05-01&to=2026-04-01 to",
            "dso?customer=A company"
        }) {
            var answer = api.get("/reports/" + wrong.split(" ", -1)[0]);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(text(answer.body(), "/errors/0/field")).isEqualTo(wrong.split(" ", -1)[1]);
        }
        assertThat(api.get("/reports/aged-balance?company=NONE").status()).isEqualTo(404);
        assertThat(api.get("/reports/dso" + company + "&customer=NONE").status())
                .isEqualTo(404);
        assertThat(text(
                        api.get("/reports/aged-balance" + company + "&asOf=2028-02-29")
                                .body(),
                        "/total/amounts/4"))
                .as("a day to come, were nothing paid until then")
                .isEqualTo("100.00");
        var agent = new Api(port, fixtures.tokenOf(own));
        assertThat(text(
                        agent.get("/reports/aged-balance" + company + "&agent=" + other.login())
                                .body(),
                        "/total/total"))
                .as("the customers of another agent")
                .isEqualTo("0.00");
        assertThat(agent.get("/reports/dso" + company + "&customer=A").status()).isEqualTo(404);
        assertThat(agent.get("/reports/cash-forecast" + company).body().at("/items"))
                .isEmpty();
    }

    private String position(Books books, String customer, String figure) {
        return manager(books)
                .get("/customers/" + books.company.code() + "/" + customer)
                .body()
                .at("/position/" + figure)
                .asString();
    }

    private List<String> customersPaying(Books books, String filter) {
        return manager(books)
                .get("/customers?company=" + books.company.code() + "&" + filter)
                .body()
                .at("/items")
                .valueStream()
                .map(customer -> customer.at("/code").asString())
                .toList();
    }

    private JsonNode report(Books books, String name, String query) {
        var answer = manager(books).get("/reports/" + name + "?company=" + books.company.code() + "&" + query);
        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Api manager(Books books) {
        return new Api(port, fixtures.tokenOf(fixtures.aManager(books.company)));
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asString();
    }
}
