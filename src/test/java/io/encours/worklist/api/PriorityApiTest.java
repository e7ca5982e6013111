package io.encours.worklist.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.prediction.PredictionOptions;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("S1, S9, D4: bad payers first, and found by how they pay")
class PriorityApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private PredictionOptions options;

    private Company company;
    private SignedIn administrator;
    private Api api;

    /// Both owe 1 000 € since 1 November; Alba has paid on the due date before, Zola ninety days after it.
    @BeforeEach
    void a_good_payer_and_a_bad_one() {
        company = fixtures.aCompany();
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        api = new Api(port, fixtures.tokenOf(administrator));
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("ALB", "Alba", agent)
                .customer("ZOL", "Zola", agent)
                .owes("ALB", "A-2", "2026-11-01", "1000.00")
                .owes("ZOL", "Z-2", "2026-11-01", "1000.00")
                .bringIn();
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                ALB;A-1;2026-06-01;2026-07-01;100.00;INVOICE
                ZOL;Z-1;2026-06-01;2026-07-01;100.00;INVOICE
                """);
        take(ImportKind.PAYMENTS, """
                customer;date;amount;document
                ALB;2026-07-01;100.00;A-1
                ZOL;2026-09-29;100.00;Z-1
                """);
    }

    @Test
    void the_most_urgent_come_first_and_say_why() {
        assertThat(customers("")).containsExactly("ALB", "ZOL");
        assertThat(customers("&order=PRIORITY")).containsExactly("ZOL", "ALB");

        var actions = api.get("/actions?company=%s&order=PRIORITY&presentation=ACTION".formatted(company.code()))
                .body();
        var first = api.get("/actions?company=%s&order=PRIORITY&presentation=ACTION&group=%s"
                        .formatted(company.code(), actions.at("/groups/0/key").asString()))
                .body()
                .at("/items/0");
        assertThat(first.at("/customer").asString()).isEqualTo("ZOL");
        assertThat(first.at("/priority/score").asLong()).isPositive();
        assertThat(first.at("/priority/reasons").values().stream()
                        .map(reason -> reason.at("/code").asString()))
                .containsExactly("AMOUNT", "OVERDUE", "MEAN_LATENESS", "DSO");
        assertThat(first.at("/priority/reasons/2/value").asString()).isEqualTo("90.0");
        assertThat(first.at("/priority/reasons/2/factor").asString()).isEqualTo("4.00");
        assertThat(first.at("/priority/reasons/2/message").asString()).contains("90");
    }

    @Test
    void amounts_of_two_currencies_are_not_compared() {
        var manager = fixtures.aManager(company, fixtures.aCompany("JPY"));
        var both = new Api(port, fixtures.tokenOf(manager));

        var refused = both.get("/actions?order=PRIORITY&presentation=CUSTOMER");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/detail").asString()).contains("EUR, JPY");
        assertThat(both.get("/actions?presentation=CUSTOMER").status()).isEqualTo(200);
        assertThat(both.get("/actions?order=PRIORITY&presentation=CUSTOMER&company=" + company.code())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_delay_is_counted_as_the_company_does_and_at_once() {
        assertThat(customers("&dmpFrom=100")).containsExactly("ZOL");
        assertThat(customers("&dmpTo=30")).containsExactly("ALB");

        options.put(administrator, company.code(), "DUE_DATE");

        assertThat(customers("&dmpFrom=100")).isEmpty();
        assertThat(customers("&dmpFrom=89.9&dmpTo=90.1")).containsExactly("ZOL");
    }

    @Test
    void the_dso_is_that_of_the_report() {
        var dso = api.get("/reports/dso?company=%s&asOf=2026-11-24&method=BALANCE&days=365&customer=ZOL"
                        .formatted(company.code()))
                .body()
                .at("/dso")
                .asString();

        assertThat(customers("&dsoFrom=%s&dsoTo=%s".formatted(dso, dso))).contains("ZOL");
        assertThat(customers("&dsoFrom=9999")).isEmpty();
        assertThat(customers("&riskClass=X")).isEmpty();
    }

    private List<String> customers(String query) {
        return api.get("/actions?company=" + company.code() + query).body().at("/groups").values().stream()
                .map(group -> group.at("/customer").asString())
                .toList();
    }

    private void take(ImportKind kind, String rows) {
        var scope = fixtures.everythingOf(company);
        var upload = new Upload(company.code(), kind, kind.label() + ".csv", false);
        var id = imports.start(
                scope, administrator, upload, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("%s", imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
    }
}
