package io.encours.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.reporting.Books;
import io.encours.reporting.ReportName;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("R7 every report filters by site and currency, and no amounts of two currencies are added up")
class SitesAndCurrenciesTest {

    private static final String SPAN = "&asOf=2026-03-31&month=2026-03&from=2026-03-01&to=2026-03-31";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    private Books euros;
    private Books dollars;
    private SignedIn manager;

    /// The site LYON follows Alpha, of both companies, NANTES follows Beta, nobody Gamma.
    @BeforeEach
    void a_company_in_euros_and_one_in_dollars() {
        euros = of("EUR", "1000", "500", "70");
        dollars = of("USD", "30", "9", "4");
        manager = fixtures.aManager(euros.company, dollars.company);
    }

    private Books of(String currency, String alpha, String beta, String gamma) {
        return new Books(imports, fixtures, currency)
                .customers("code;name;site\nA;Alpha;LYON\nB;Beta;NANTES\nC;Gamma;\n")
                .invoice("A", "F-1", "2026-01-10", "2026-02-10", alpha)
                .invoice("A", "F-4", "2026-03-10", "2026-04-10", alpha)
                .invoice("B", "F-2", "2026-02-01", "2026-03-15", beta)
                .invoice("C", "F-3", "2026-02-01", "2026-03-20", gamma)
                .payment("A", "2026-03-05", alpha, "F-1")
                .payment("B", "2026-03-07", "3", "")
                .bringIn();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "aged-balance, /total/total, 1000.00, 497.00, 1567.00",
        "schedule, /total/total, 1000.00, 497.00, 1567.00",
        "collection-effectiveness, /toCollect, 1000.00, 500.00, 1570.00",
        "collection-effectiveness, /collected, 1000.00, 0.00, 1000.00",
        "unallocated-payments, /remaining, 0.00, 3.00, 3.00",
        "cash-forecast, /credits, 0.00, -3.00, -3.00",
        "dso, /receivables, 1000.00, 497.00, 1567.00",
        "turnover-and-payments, /months/11/received, 1000.00, 3.00, 1003.00",
        "payment-days, /days/4/amount, 1000.00, 0.00, 1000.00",
        "aged-balance-history, /days/30/total, 1000.00, 497.00, 1567.00",
        "disputes, /outstanding, 1000.00, 500.00, 1570.00",
        "average-payment-delay, /company/invoices, 1, 0, 1"
    })
    void the_figures_of_a_site_are_those_of_its_customers(
            String report, String figure, String lyon, String nantes, String all) {
        assertThat(euros(report, "&site=LYON").at(figure).asString()).isEqualTo(lyon);
        assertThat(euros(report, "&site=NANTES").at(figure).asString()).isEqualTo(nantes);
        assertThat(euros(report, "&currency=EUR").at(figure).asString()).isEqualTo(all);
    }

    @Test
    void the_aged_balance_by_site_and_the_lists_its_cells_open() {
        var drill = new Drill(Map.of("company", euros.company.code()), java.time.LocalDate.of(2026, 3, 31));
        var rows = euros("aged-balance", "&by=SITE").at("/rows");

        assertThat(rows.valueStream()
                        .map(row -> row.at("/key").asString() + " "
                                + row.at("/total").asString()))
                .containsExactly(" 70.00", "LYON 1000.00", "NANTES 497.00");
        for (var site : new String[] {"LYON", "NANTES"}) {
            var list = java.util.Objects.requireNonNull(drill.of(io.encours.reporting.AgedBalance.By.SITE, site, null))
                    .all();
            assertThat(sum(list, "/remaining"))
                    .isEqualByComparingTo(rows.valueStream()
                            .filter(row -> row.at("/key").asString().equals(site))
                            .findFirst()
                            .orElseThrow()
                            .at("/total")
                            .asString());
        }
    }

    @ParameterizedTest
    @EnumSource(ReportName.class)
    void several_currencies_are_refused_and_one_of_them_is_shown(ReportName report) {
        var mixed = api().get("/reports/" + report.path() + "?" + SPAN);
        assertThat(mixed.status()).isEqualTo(422);
        assertThat(mixed.body().at("/detail").asString()).contains("EUR, USD");

        for (var currency : new String[] {"EUR", "USD"}) {
            var one = api().get("/reports/" + report.path() + "?currency=" + currency + SPAN);
            assertThat(one.status()).as("%s", one.body()).isEqualTo(200);
            if (one.body().has("currency")) {
                assertThat(one.body().at("/currency").asString()).isEqualTo(currency);
            }
        }
        assertThat(api().get("/reports/" + report.path() + "?company=" + euros.company.code() + "&currency=USD" + SPAN)
                        .status())
                .as("no company of that currency")
                .isEqualTo(422);
    }

    @Test
    void of_a_currency_only_its_companies_and_the_list_holds_the_same() {
        var usd = api().get("/reports/aged-balance?currency=USD" + SPAN).body();
        var drill = new Drill(
                Map.of(Ask.COMPANIES, Ask.ALL, "currency", "USD", "site", "LYON"), java.time.LocalDate.of(2026, 3, 31));

        assertThat(usd.at("/total/total").asString()).isEqualTo("40.00");
        assertThat(sum(drill.all(), "/remaining")).isEqualByComparingTo("30");
        assertThat(api().get("/reports/aged-balance?currency=USD&site=LYON" + SPAN)
                        .body()
                        .at("/total/total")
                        .asString())
                .isEqualTo("30.00");
    }

    @Test
    void the_page_of_all_companies_shows_one_currency_and_leads_to_the_others() {
        var browser = new Http(port);
        browser.signIn(manager.login(), Fixtures.passwordOf(manager));
        var page = browser.get("/reports/aged-balance?companies=all&asOf=2026-03-31&company=" + dollars.company.code())
                .body();

        assertThat(page).contains("40,00", "currency=EUR", "currency=USD").doesNotContain("1\u202f567,00");
        assertThat(browser.get("/reports/aged-balance?companies=all&currency=EUR&asOf=2026-03-31")
                        .body())
                .contains("1\u202f567,00");
        var narrowed = browser.get("/reports/aged-balance?site=LYON&company=" + euros.company.code())
                .body();
        assertThat(narrowed).contains("Site\u00a0: LYON", "site=LYON&amp;state=OPEN");
        assertThat(browser.get("/reports/aged-balance/filters?company=" + euros.company.code())
                        .body())
                .contains("name=\"site\"", "NANTES");
        assertThat(browser.get("/reports/aged-balance/file?format=csv&site=LYON&asOf=2026-03-31&company="
                                + euros.company.code())
                        .body())
                .contains("Alpha", "1000,00")
                .doesNotContain("Beta");
    }

    @Test
    void a_subscription_keeps_site_and_currency_and_needs_one_of_several() {
        var wish = "{\"report\": \"aged-balance\", \"format\": \"csv\", \"rhythm\": \"WEEKLY\", \"filters\": {%s}}";
        assertThat(api().post("/report-subscriptions", wish.formatted("\"companies\": \"all\""))
                        .status())
                .isEqualTo(422);
        var made = api().post(
                        "/report-subscriptions",
                        wish.formatted("\"companies\": \"all\", \"currency\": \"USD\", \"site\": \"LYON\""));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/filters/currency").asString()).isEqualTo("USD");
        assertThat(made.body().at("/filters/site").asString()).isEqualTo("LYON");
    }

    private BigDecimal sum(String list, String amount) {
        return api().get(list + "&limit=1000")
                .body()
                .at("/items")
                .valueStream()
                .map(item -> new BigDecimal(item.at(amount).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode euros(String report, String query) {
        var answer = api().get("/reports/" + report + "?company=" + euros.company.code() + SPAN + query);
        assertThat(answer.status()).as("%s: %s", report, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Api api() {
        return new Api(port, fixtures.tokenOf(manager));
    }
}
