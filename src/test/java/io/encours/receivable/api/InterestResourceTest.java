package io.encours.receivable.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("K5 interest over the API")
class InterestResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn agent;
    private Api manager;
    private Api administrator;

    @BeforeEach
    void two_customers_of_two_agents() {
        company = fixtures.aCompany();
        agent = fixtures.anAgent(company);
        var portfolio = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .owes("DUP", "F-1", "2026-09-30", "12000.00")
                .owes("DUP", "F-2", "2026-12-31", "500.00")
                .customer("MOR", "Moreau Transports", fixtures.anAgent(company))
                .owes("MOR", "F-3", "2026-06-30", "100.00")
                .bringIn();
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        administrator = new Api(port, fixtures.tokenOf(portfolio.administrator()));
    }

    @Test
    void a_customers_claims_are_explained_line_by_line() {
        var answer = manager.get(customer("DUP") + "?asOf=2026-10-30").body();

        assertThat(answer.at("/items")).hasSize(1);
        assertThat(answer.at("/items/0/document").asString()).isEqualTo("F-1");
        assertThat(answer.at("/items/0/lines/0/from").asString()).isEqualTo("2026-10-01");
        assertThat(answer.at("/items/0/lines/0/days").asInt()).isEqualTo(30);
        assertThat(answer.at("/items/0/lines/0/percent").asString()).isEqualTo("12.15");
        assertThat(answer.at("/items/0/lines/0/basis").asString()).isEqualTo("MRO_PLUS_10");
        assertThat(answer.at("/total/accrued/interest").asString()).isEqualTo("119.84");
        assertThat(answer.at("/total/claimable/total").asString()).isEqualTo("159.84");
        assertThat(answer.at("/items/0/lines/0/rateOf").asString()).isEqualTo("2026-H1");
        assertThat(manager.get(customer("DUP")).body().at("/provisional").asBoolean())
                .isTrue();
    }

    @Test
    void waiving_and_invoicing_leave_their_trace() {
        assertThat(manager.post(customer("DUP") + "/waivers", "{}").status()).isEqualTo(422);
        var waived =
                manager.post(customer("DUP") + "/waivers", "{\"part\":\"INDEMNITY\",\"reason\":\"Geste commercial\"}");
        assertThat(waived.status()).isEqualTo(201);
        assertThat(waived.body().at("/total/waived/total").asString()).isEqualTo("40.00");
        var invoiced = manager.post(customer("DUP") + "/invoices", "{\"reference\":\"ND-1\"}");
        assertThat(invoiced.body().at("/total/claimable/total").asString()).isEqualTo("0.00");

        var waiver = invoiced.body().at("/decisions/0/id").asString();
        var reversal = customer("DUP") + "/decisions/" + waiver + "/reversal";
        assertThat(manager.post(reversal, "{\"reason\":\"Erreur\"}").status()).isEqualTo(201);
        assertThat(manager.post(reversal, "{\"reason\":\"Erreur\"}").status()).isEqualTo(409);
        assertThat(manager.get(customer("DUP"))
                        .body()
                        .at("/total/claimable/total")
                        .asString())
                .isEqualTo("40.00");
    }

    @Test
    void terms_are_set_by_who_may() {
        var terms = "/companies/" + company.code() + "/interest-terms";
        assertThat(manager.get(terms).body().at("/rate").asString()).isEqualTo("STATUTORY");
        assertThat(manager.put(terms, "{\"waiving\":false}").status()).isEqualTo(403);
        assertThat(administrator.put(terms, "{\"rate\":\"CONTRACTUAL\"}").status())
                .isEqualTo(422);
        assertThat(administrator
                        .put(terms, "{\"waiving\":false}")
                        .body()
                        .at("/waiving")
                        .asBoolean())
                .isFalse();
        assertThat(manager.post(customer("DUP") + "/waivers", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(manager.put(customer("DUP") + "/terms", "{\"debtor\":\"CONSUMER\"}")
                        .status())
                .isEqualTo(200);
        assertThat(manager.get(customer("DUP")).body().at("/items")).isEmpty();
    }

    @Test
    @DisplayName("S2: an agent sees the own customers, and waives nothing")
    void an_agent_sees_the_own_customers() {
        var api = new Api(port, fixtures.tokenOf(agent));

        assertThat(api.get("/interest?company=" + company.code()).body().at("/items"))
                .hasSize(1);
        assertThat(manager.get("/interest?company=" + company.code()).body().at("/items"))
                .hasSize(2);
        assertThat(api.get(customer("MOR")).status()).isEqualTo(404);
        assertThat(api.post(customer("DUP") + "/waivers", "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(new Api(port, fixtures.tokenOf(fixtures.aUser(Role.SALES, CollectionsRole.NONE, company)))
                        .get("/interest?company=" + company.code())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_list_comes_in_parts() {
        var first = manager.get("/interest?limit=1&company=" + company.code()).body();
        var second = manager.get("/interest?limit=1&company=" + company.code() + "&cursor="
                        + first.at("/next").asString())
                .body();

        assertThat(first.at("/items/0/customer").asString()).isEqualTo("DUP");
        assertThat(second.at("/items/0/customer").asString()).isEqualTo("MOR");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void rates_are_told_with_their_source_and_entered_by_administrators() {
        var rates = manager.get("/interest/rates").body();
        assertThat(rates.at("/items").valueStream()).anySatisfy(rate -> {
            assertThat(rate.at("/kind").asString()).isEqualTo("MRO");
            assertThat(rate.at("/semester").asString()).isEqualTo("2026-H1");
            assertThat(rate.at("/percent").asString()).isEqualTo("2.15");
            assertThat(rate.at("/source").asString()).isNotBlank();
        });
        var draft = "{\"percent\":\"1.85\",\"source\":\"Communiqué du 05/06/2081\"}";
        assertThat(manager.put("/interest/rates/MRO/2081-H2", draft).status()).isEqualTo(403);
        assertThat(administrator.put("/interest/rates/MRO/2081-H2", draft).status())
                .isEqualTo(200);
        assertThat(administrator.put("/interest/rates/EONIA/2081-H2", draft).status())
                .isEqualTo(422);
    }

    private String customer(String code) {
        return "/customers/" + company.code() + "/" + code + "/interest";
    }
}
