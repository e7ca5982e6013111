package io.encours.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.reporting.Books;
import io.encours.reporting.ReportName;
import io.encours.reporting.TurnoverAndPayments;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The worked examples of the definitions, from files to figures: imported as CSV, asked over HTTP as of their
/// day.
@IntegrationTest
@DisplayName("D1, D2, R1, R4, E1 worked examples")
class WorkedExamplesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    /// As of 30 June 2026: 500 000 outstanding, of which 320 000 not due; sales with tax of June 180 000, May
    /// 240 000, April 150 000, March 200 000.
    private Books baseExample() {
        return new Books(imports, fixtures)
                .invoice("A", "J-1", "2026-06-15", "2026-07-30", "180000")
                .invoice("A", "M-1", "2026-05-20", "2026-07-05", "140000")
                .invoice("B", "M-2", "2026-05-10", "2026-06-10", "90000")
                .invoice("B", "M-3", "2026-05-31", "2026-06-30", "10000")
                .payment("B", "2026-06-20", "10000", "M-3")
                .invoice("B", "A-1", "2026-04-30", "2026-05-20", "45000")
                .invoice("B", "A-2", "2026-04-01", "2026-04-20", "25000")
                .invoice("C", "A-3", "2026-04-02", "2026-05-02", "80000")
                .payment("C", "2026-05-02", "80000", "A-3")
                .invoice("C", "R-1", "2026-03-02", "2026-03-20", "20000")
                .invoice("C", "R-2", "2026-03-05", "2026-04-05", "180000")
                .payment("C", "2026-04-05", "180000", "R-2")
                .bringIn();
    }

    @Test
    @DisplayName("DSO 79.8 over 91 days, best possible 51.1, average days delinquent 28.7")
    void balance_method_of_the_base_example() {
        var dso = report(baseExample(), "dso", "asOf=2026-06-30&method=BALANCE&days=91");

        assertThat(dso.at("/asOf").asString()).isEqualTo("2026-06-30");
        assertThat(dso.at("/method").asString()).isEqualTo("BALANCE");
        assertThat(dso.at("/dso").asString()).isEqualTo("79.8");
        assertThat(dso.at("/bestPossibleDso").asString()).isEqualTo("51.1");
        assertThat(dso.at("/averageDaysDelinquent").asString()).isEqualTo("28.7");
        assertThat(dso.has("reason")).isFalse();
    }

    @Test
    @DisplayName("by count-back 77.0 and 48.1")
    void count_back_of_the_base_example() {
        var dso = report(baseExample(), "dso", "asOf=2026-06-30&method=COUNT_BACK");

        assertThat(dso.at("/dso").asString()).isEqualTo("77.0");
        assertThat(dso.at("/bestPossibleDso").asString()).isEqualTo("48.1");
    }

    @Test
    @DisplayName("R4 the aged balance of the base example: 320, 90, 45, 25, 20 thousand")
    void aged_balance_of_the_base_example() {
        var books = baseExample();
        var aged = report(books, "aged-balance", "asOf=2026-06-30");

        assertThat(texts(aged.at("/buckets"))).containsExactly("NOT_DUE", "1-30", "31-60", "61-90", "90+");
        assertThat(texts(aged.at("/total/amounts")))
                .containsExactly("320000.00", "90000.00", "45000.00", "25000.00", "20000.00");
        assertThat(aged.at("/total/total").asString()).isEqualTo("500000.00");
        assertThat(aged.at("/total/unallocated").asString()).isEqualTo("0.00");
        assertThat(aged.at("/total/overdueRate").asString()).isEqualTo("36.0");
        assertThat(aged.at("/rows/0/customer").asString()).isEqualTo("A");
        assertThat(aged.at("/rows/0/amounts/0").asString()).isEqualTo("320000.00");
        assertThat(aged.at("/rows")).hasSize(3);
        assertThat(report(books, "aged-balance", "asOf=2026-06-30&limit=2").at("/rows"))
                .hasSize(2);
        assertThat(report(books, "aged-balance", "asOf=2026-06-10")
                        .at("/total/amounts/0")
                        .asString())
                .as("what is due today is not late")
                .isEqualTo("240000.00");
        assertThat(report(books, "aged-balance", "asOf=2026-06-30&by=COMPANY")
                        .at("/rows/0/total")
                        .asString())
                .isEqualTo("500000.00");
    }

    @Test
    @DisplayName("Divalto’s count-back at 30 November: 82.4; a day later a day more")
    void published_count_back() {
        var books = new Books(imports, fixtures)
                .invoice("A", "N", "2025-11-15", "2025-12-15", "1200")
                .invoice("A", "O", "2025-10-15", "2025-11-15", "800")
                .invoice("A", "S", "2025-09-15", "2025-10-15", "700")
                .payment("A", "2025-11-20", "200", "S")
                .bringIn();

        assertThat(report(books, "dso", "asOf=2025-11-30&method=COUNT_BACK")
                        .at("/dso")
                        .asString())
                .isEqualTo("82.4");
        assertThat(report(books, "dso", "asOf=2025-12-01&method=COUNT_BACK")
                        .at("/dso")
                        .asString())
                .isEqualTo("83.4");
        assertThat(report(books, "dso", "asOf=2025-11-30&method=COUNT_BACK&customer=A")
                        .at("/dso")
                        .asString())
                .isEqualTo("82.4");
    }

    @Test
    void doubtful_customers_accruals_and_deposits_are_left_out_of_the_dso_and_unallocated_receipts_taken_off() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F-1", "2026-06-10", "2026-07-10", "7600")
                .payment("A", "2026-06-20", "1000", "F-1")
                .payment("A", "2026-06-25", "900", "")
                .item("A", "D-1", "2026-05-01", "2026-05-01", "4000", "INVOICE", "416000")
                .item("A", "FAE-1", "2026-06-28", "2026-06-28", "1234", "INVOICE", "418100")
                .item("A", "AAE-1", "2026-06-28", "2026-06-28", "-200", "CREDIT_NOTE", "419800")
                .item("A", "AC", "2026-05-01", "2026-05-01", "-500", "DEPOSIT", "")
                .bringIn();
        var dso = report(books, "dso", "asOf=2026-06-30&method=BALANCE&days=91");

        assertThat(dso.at("/receivables").asString()).isEqualTo("5700.00");
        assertThat(dso.at("/deposits").asString()).isEqualTo("-500.00");
        assertThat(dso.at("/dso").asString()).as("5 700 × 91 / 7 600").isEqualTo("68.3");
        assertThat(dso.at("/netOfDeposits").asString()).isEqualTo("62.3");
        assertThat(dso.at("/bestPossibleDso").asString()).isEqualTo("68.3");
        assertThat(report(books, "dso", "asOf=2026-06-30&method=COUNT_BACK&customer=A")
                        .at("/reason")
                        .asString())
                .isEqualTo("FEWER_THAN_3_INVOICES");
        assertThat(report(books, "dso", "asOf=2026-01-01&method=BALANCE")
                        .at("/reason")
                        .asString())
                .isEqualTo("NO_TURNOVER");
        assertThat(report(books, "dso", "asOf=2026-01-01").at("/dso").isNull()).isTrue();
        assertThat(report(books, "dso", "asOf=2029-01-01&method=COUNT_BACK")
                        .at("/reason")
                        .asString())
                .isEqualTo("MORE_THAN_730_DAYS");
    }

    @Test
    @DisplayName("DMP 61.7, weighted 41.2; lateness 31.7, weighted 11.2")
    void payment_delay_of_three_invoices() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F-A", "2026-01-01", "2026-01-31", "10000")
                .payment("A", "2026-02-05", "10000", "F-A")
                .invoice("A", "F-B", "2026-01-01", "2026-01-31", "2000")
                .payment("A", "2026-03-02", "2000", "F-B")
                .invoice("A", "F-C", "2026-01-01", "2026-01-31", "500")
                .payment("A", "2026-04-01", "500", "F-C")
                .invoice("A", "F-D", "2026-01-01", "2026-01-31", "800")
                .payment("A", "2026-04-01", "300", "F-D")
                .bringIn();
        var delay = report(books, "average-payment-delay", "reference=INVOICE_DATE");
        var late = report(books, "average-payment-delay", "reference=DUE_DATE");

        assertThat(delay.at("/rows/0/days").asString()).isEqualTo("61.7");
        assertThat(delay.at("/rows/0/invoices").asInt())
                .as("a part paid is no paid invoice")
                .isEqualTo(3);
        assertThat(delay.at("/rows/0/lateness").asString()).isEqualTo("31.7");
        assertThat(delay.at("/company/days").asString()).isEqualTo("61.7");
        assertThat(late.at("/company/days").asString()).isEqualTo("31.7");
        assertThat(report(books, "average-payment-delay", "to=2026-12-31")
                        .at("/reference")
                        .asString())
                .isEqualTo("INVOICE_DATE");
    }

    @Test
    void weighted_delay_counts_each_payment_by_its_amount() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F-A", "2026-01-01", "2026-01-31", "10000")
                .payment("A", "2026-02-05", "10000", "F-A")
                .invoice("A", "F-B", "2026-01-01", "2026-01-31", "2000")
                .payment("A", "2026-03-02", "2000", "F-B")
                .invoice("A", "F-C", "2026-01-01", "2026-01-31", "500")
                .payment("A", "2026-04-01", "500", "F-C")
                .bringIn();
        var delay = report(books, "average-payment-delay", "reference=INVOICE_DATE");

        assertThat(delay.at("/rows/0/weightedDays").asString()).isEqualTo("41.2");
        assertThat(delay.at("/rows/0/weightedLateness").asString()).isEqualTo("11.2");
    }

    @Test
    @DisplayName("D2 31 and 89 days give 60")
    void two_invoices_give_sixty_days() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F-1", "2024-03-10", "2024-04-10", "100")
                .payment("A", "2024-04-10", "100", "F-1")
                .invoice("A", "F-2", "2024-02-11", "2024-03-11", "900")
                .payment("A", "2024-05-10", "900", "F-2")
                .bringIn();

        assertThat(report(books, "average-payment-delay", "").at("/rows/0/days").asString())
                .isEqualTo("60.0");
        assertThat(report(books, "average-payment-delay", "customer=A")
                        .at("/company/invoices")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("R1 60 % of 90 000 overdue at the start and 160 000 falling due in March")
    void effectiveness_of_march() {
        var books = new Books(imports, fixtures)
                .invoice("A", "OLD", "2026-01-10", "2026-02-10", "90000")
                .invoice("A", "DUE-1", "2026-02-01", "2026-03-01", "100000")
                .invoice("B", "DUE-2", "2026-03-02", "2026-03-31", "60000")
                .invoice("B", "NEXT", "2026-03-02", "2026-04-30", "50000")
                .invoice("B", "PAID", "2026-01-02", "2026-03-15", "7000")
                .payment("B", "2026-02-27", "7000", "PAID")
                .payment("A", "2026-03-05", "60000", "OLD")
                .payment("A", "2026-03-20", "90000", "DUE-1")
                .payment("B", "2026-03-21", "50000", "NEXT")
                .payment("B", "2026-04-02", "60000", "DUE-2")
                .bringIn();
        var march = report(books, "collection-effectiveness", "month=2026-03&asOf=2026-03-31");

        assertThat(march.at("/month").asString()).isEqualTo("2026-03");
        assertThat(march.at("/overdueAtStart").asString()).isEqualTo("90000.00");
        assertThat(march.at("/fallingDue").asString()).isEqualTo("160000.00");
        assertThat(march.at("/toCollect").asString()).isEqualTo("250000.00");
        assertThat(march.at("/collected").asString()).isEqualTo("150000.00");
        assertThat(march.at("/remaining").asString()).isEqualTo("100000.00");
        assertThat(march.at("/rate").asString()).isEqualTo("60.0");
        assertThat(march.at("/days")).hasSize(31);
        assertThat(march.at("/days/0/rate").asString()).isEqualTo("0.0");
        assertThat(march.at("/days/4/collected").asString()).isEqualTo("60000.00");
        assertThat(march.at("/days/30/rate").asString()).isEqualTo("60.0");
        assertThat(report(books, "collection-effectiveness", "month=2026-03&asOf=2026-03-10")
                        .at("/collected")
                        .asString())
                .isEqualTo("60000.00");
        assertThat(report(books, "collection-effectiveness", "month=2026-04&asOf=2026-04-30")
                        .at("/collected")
                        .asString())
                .isEqualTo("60000.00");
    }

    @Test
    @DisplayName("R1 a credit note on the pool is no longer to be collected")
    void credit_notes_reduce_what_is_to_be_collected() {
        var fec = """
                JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise
                VE|Ventes|1|20260105|411000|Clients|A|Client A|F1|20260105|Facture F1|1000,00|0,00|AA|20260320|20260105||
                VE|Ventes|1|20260105|706000|Ventes|||F1|20260105|Facture F1|0,00|1000,00|||20260105||
                VE|Ventes|2|20260310|411000|Clients|A|Client A|F1|20260310|Avoir F1|0,00|200,00|AA|20260320|20260310||
                VE|Ventes|2|20260310|706000|Ventes|||F1|20260310|Avoir F1|200,00|0,00|||20260310||
                BQ|Banque|3|20260315|512000|Banque|||R1|20260315|Virement|800,00|0,00|||20260315||
                BQ|Banque|3|20260315|411000|Clients|A|Client A|R1|20260315|Virement|0,00|800,00|AA|20260320|20260315||
                """;
        var books = new Books(imports, fixtures)
                .take(ImportKind.FEC, "000100024FEC20261231.txt", fec.getBytes(StandardCharsets.UTF_8));
        var march = report(books, "collection-effectiveness", "month=2026-03&asOf=2026-03-31");

        assertThat(march.at("/credited").asString()).isEqualTo("200.00");
        assertThat(march.at("/toCollect").asString()).isEqualTo("800.00");
        assertThat(march.at("/rate").asString()).isEqualTo("100.0");
        assertThat(march.at("/days/13/collected").asString()).isEqualTo("0.00");
        assertThat(report(books, "average-payment-delay", "").at("/rows/0/days").asString())
                .as("settled on the day of matching: 20 March")
                .isEqualTo("74.0");
        assertThat(report(books, "unallocated-payments", "from=2026-03-01&to=2026-03-31")
                        .at("/rate")
                        .asString())
                .as("unallocated from the 15th, matched on the 20th")
                .isEqualTo("100.0");
        assertThat(report(books, "aged-balance", "asOf=2026-03-17")
                        .at("/total/unallocated")
                        .asString())
                .isEqualTo("-1000.00");
    }

    @Test
    @DisplayName("E1 12 001 is 13 k€")
    void thousands_are_rounded_up() {
        assertThat(TurnoverAndPayments.thousands(new BigDecimal("12001.00"))).hasToString("13");
        assertThat(TurnoverAndPayments.thousands(new BigDecimal("12000.00"))).hasToString("12");

        var months = report(baseExample(), "turnover-and-payments", "asOf=2026-06-30")
                .at("/months");
        assertThat(months).hasSize(12);
        assertThat(months.at("/11/month").asString()).isEqualTo("2026-06");
        assertThat(months.at("/11/turnover").asString()).isEqualTo("180000.00");
        assertThat(months.at("/10/turnoverThousands").asString()).isEqualTo("240");
        assertThat(months.at("/11/received").asString()).isEqualTo("10000.00");
        assertThat(months.at("/11/expected").asString()).isEqualTo("100000.00");
    }

    @Test
    void every_report_answers_for_who_may_see_and_for_nobody_else() {
        var books = baseExample();
        var stranger = new Api(port, fixtures.tokenOf(fixtures.aManager(fixtures.aCompany())));
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(books.company)));
        for (var name : ReportName.values()) {
            var path = "/reports/" + name.path() + "?company=" + books.company.code();
            assertThat(manager(books).get(path).status()).as(name.path()).isEqualTo(200);
            assertThat(stranger.get(path).status()).as(name.path()).isEqualTo(404);
            assertThat(agent.get(path).status()).as(name.path()).isEqualTo(200);
        }
        assertThat(agent.get("/reports/aged-balance?asOf=2026-06-30&company=" + books.company.code())
                        .body()
                        .at("/total/total")
                        .asString())
                .as("an agent without customers")
                .isEqualTo("0.00");
        assertThat(manager(books)
                        .get("/reports/unknown?company=" + books.company.code())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("C2, D4 DSO and payment delay beside the position; customers found by their delay")
    void figures_beside_the_position() {
        var books = baseExample();
        var customers = "/customers?company=" + books.company.code();
        var one =
                manager(books).get("/customers/" + books.company.code() + "/C").body();

        assertThat(one.at("/position/averagePaymentDelay").asString())
                .as("30 and 31 days")
                .isEqualTo("30.5");
        assertThat(one.at("/position/dso").asString())
                .as("20 000 × 365 / 280 000 as of 24 November")
                .isEqualTo("26.1");
        assertThat(codes(manager(books).get(customers + "&dmpMin=25").body())).containsExactly("C");
        assertThat(codes(manager(books).get(customers + "&dmpMax=25").body())).containsExactly("B");
        assertThat(codes(manager(books).get(customers + "&dmpMin=25&dmpMax=26").body()))
                .isEmpty();
    }

    @Test
    @DisplayName("D3, R4 administrators choose the reference of the delay, the buckets and the method of the DSO")
    void options_take_effect_at_once() {
        var books = baseExample();
        var path = "/companies/" + books.company.code() + "/figures-options";
        var administrator = new Api(port, TestSettings.API_TOKEN);

        assertThat(manager(books).put(path, "{\"dsoMethod\":\"COUNT_BACK\"}").status())
                .isEqualTo(403);
        assertThat(administrator.put(path, "{\"buckets\":[60,30]}").status()).isEqualTo(422);
        var changed = administrator.put(
                path,
                "{\"averagePaymentDelayReference\":\"DUE_DATE\",\"buckets\":[15,45],\"dsoMethod\":\"COUNT_BACK\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().at("/dsoDays").asInt()).isEqualTo(365);
        assertThat(report(books, "dso", "asOf=2026-06-30").at("/dso").asString())
                .isEqualTo("77.0");
        assertThat(texts(report(books, "aged-balance", "asOf=2026-06-30").at("/buckets")))
                .containsExactly("NOT_DUE", "1-15", "16-45", "45+");
        assertThat(report(books, "average-payment-delay", "").at("/reference").asString())
                .isEqualTo("DUE_DATE");
        assertThat(manager(books)
                        .get("/customers/" + books.company.code() + "/C")
                        .body()
                        .at("/position/averagePaymentDelay")
                        .asString())
                .isEqualTo("0.0");
    }

    @Test
    @DisplayName("I5 every report as CSV, XLSX and PDF")
    void reports_as_files() throws Exception {
        var books = baseExample();
        var token = fixtures.tokenOf(fixtures.aManager(books.company));
        for (var name : ReportName.values()) {
            for (var format : List.of("csv", "xlsx", "pdf")) {
                var file = download(token, books, name.path(), format);
                assertThat(file.statusCode()).as("%s as %s", name, format).isEqualTo(200);
                assertThat(new String(file.body(), StandardCharsets.UTF_8))
                        .as("%s as %s", name, format)
                        .startsWith(
                                switch (format) {
                                    case "xlsx" -> "PK";
                                    case "pdf" -> "%PDF";
                                    default -> "\uFEFF";
                                });
            }
        }
        assertThat(new String(download(token, books, "aged-balance", "csv").body(), StandardCharsets.UTF_8))
                .contains("Non échu;1-30;31-60;61-90;90+")
                .contains(";C;C;0,00;")
                .contains("Total;;;320000,00;90000,00;45000,00;25000,00;20000,00;0,00;500000,00");
        assertThat(download(token, books, "aged-balance", "doc").statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> download(String token, Books books, String name, String format) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                    + "/api/v1/reports/" + name + "?asOf=2026-06-30&company=" + books.company.code()
                                    + "&format=" + format))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static List<String> codes(JsonNode customers) {
        return customers
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

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
