package io.encours.overview.api;

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
import io.encours.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("S2 portfolios and handing them over")
class PortfolioResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn nadia;
    private SignedIn thomas;
    private Api manager;

    @BeforeEach
    void threeCustomersOfNadia() {
        company = fixtures.aCompany();
        nadia = fixtures.anAgent(company);
        thomas = fixtures.anAgent(company);
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Éclair SA", nadia)
                .owes("C1", "F1", "2026-11-02", "100.00")
                .customer("C2", "Dupont SA", nadia)
                .owes("C2", "F2", "2026-11-10", "200.00")
                .customer("C3", "Durand SA", nadia)
                .owes("C3", "F3", "2026-12-30", "400.00")
                .bringIn();
    }

    @Test
    void each_portfolio_has_its_weight() {
        var portfolio = manager.get("/portfolios?company=" + company.code())
                .body()
                .path("items")
                .path(0);

        assertThat(portfolio.path("agent").asString()).isEqualTo(nadia.login());
        assertThat(portfolio.path("customers").asInt()).isEqualTo(3);
        assertThat(portfolio.path("balance").asString()).isEqualTo("700.00");
        assertThat(portfolio.path("overdue").asString()).isEqualTo("300.00");
        assertThat(portfolio.path("actions").asInt()).isEqualTo(2);
        assertThat(portfolio.path("late").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_handed_over_is_with_the_new_agent_at_once() {
        var before = new Api(port, fixtures.tokenOf(nadia));
        var after = new Api(port, fixtures.tokenOf(thomas));

        assertThat(move("preview=true", "")).isEqualTo(3);
        assertThat(after.get("/items").body().path("items")).isEmpty();
        assertThat(move("", "")).isEqualTo(3);

        assertThat(after.get("/items").body().path("items")).hasSize(3);
        assertThat(after.get("/actions?presentation=CUSTOMER")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(3);
        assertThat(before.get("/items").body().path("items")).isEmpty();
        assertThat(before.get("/actions?presentation=CUSTOMER")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(move("", "")).as("again").isZero();
    }

    @Test
    void a_letter_stands_for_its_accented_forms() {
        assertThat(move("preview=true", ",\"letter\":\"e\"")).isEqualTo(1);
        assertThat(move("preview=true", ",\"letter\":\"D\"")).isEqualTo(2);
    }

    @Test
    void only_the_customers_that_are_named_move() {
        assertThat(move("", ",\"customers\":[\"C1\",\"C3\",\"NOBODY\"]")).isEqualTo(2);
        assertThat(new Api(port, fixtures.tokenOf(thomas))
                        .get("/customers")
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .containsExactlyInAnyOrder("C1", "C3");
        assertThat(move("preview=true", ",\"customers\":[]")).isZero();
    }

    @Test
    void a_group_moves_as_a_whole() {
        manager.put("/customers/" + company.code() + "/C2", """
                {"name":"Dupont SA","group":"Bâtiment","agent":"%s"}""".formatted(nadia.login()));

        assertThat(move("", ",\"group\":\"Bâtiment\"")).isEqualTo(1);
    }

    @Test
    void one_entry_of_the_audit_trail_tells_of_it() {
        move("", "");

        var entry = new Api(port, TestSettings.API_TOKEN)
                .get("/audit?kind=PORTFOLIO&subject=" + company.code())
                .body()
                .path("items")
                .path(0);
        assertThat(entry.path("before").path("agent").asString()).isEqualTo(nadia.login());
        assertThat(entry.path("after").path("agent").asString()).isEqualTo(thomas.login());
        assertThat(entry.path("after").path("customers").asString()).isEqualTo("3");
    }

    @Test
    void only_managers_hand_over_and_only_to_who_works_there() {
        var elsewhere = fixtures.anAgent(fixtures.aCompany());
        var nobody = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company);
        var executive = fixtures.aUser(Role.EXECUTIVE, CollectionsRole.MANAGER, company);
        var stranger = new Api(port, fixtures.tokenOf(fixtures.aManager(fixtures.aCompany())));

        assertThat(status(manager, elsewhere)).isEqualTo(422);
        assertThat(status(manager, nobody)).isEqualTo(422);
        assertThat(status(stranger, thomas)).isEqualTo(404);
        assertThat(status(new Api(port, fixtures.tokenOf(nadia)), thomas)).isEqualTo(403);
        assertThat(status(new Api(port, fixtures.tokenOf(executive)), thomas)).isEqualTo(403);
        assertThat(stranger.get("/portfolios?company=" + company.code()).status())
                .isEqualTo(404);
    }

    private int status(Api api, SignedIn to) {
        return api.post("/portfolios/reassignments", body(to, "")).status();
    }

    private int move(String query, String more) {
        var answer = manager.post("/portfolios/reassignments?" + query, body(thomas, more));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("customers").asInt();
    }

    private String body(SignedIn to, String more) {
        return "{\"company\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"%s}"
                .formatted(company.code(), nadia.login(), to.login(), more);
    }
}
