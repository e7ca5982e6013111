package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
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
@DisplayName("A6: what a strategy would give to do over the next days, if nothing is paid")
class SimulationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private Api manager;
    private String standard;

    /// A call ten days after the due date, a letter fifteen days later; today is Tuesday 24 November 2026.
    @BeforeEach
    void three_items() {
        company = fixtures.aCompany();
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", agent)
                .owes("C1", "F-1", "2026-11-20", "100.00")
                .owes("C1", "F-2", "2026-11-20", "250.00")
                .owes("C1", "F-3", "2026-12-15", "40.00")
                .hasCredit("C1", "AV-1", "10.00")
                .bringIn();
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        standard = "S-" + company.code();
    }

    @Test
    void every_action_falls_on_its_working_day_and_the_next_one_after_it() {
        var simulation = manager.get("/strategies/%s/simulation?company=%s".formatted(standard, company.code()))
                .body();

        assertThat(simulation.at("/items").asInt()).as("credits are not chased").isEqualTo(3);
        assertThat(simulation.at("/to").asString()).isEqualTo("2027-01-22");
        assertThat(simulation.at("/days").values().stream()
                        .map(day -> day.at("/date").asString() + " " + day.at("/actions")))
                .containsExactly(
                        "2026-11-30 {\"PHONE\":2}",
                        "2026-12-15 {\"LETTER\":2}",
                        "2026-12-28 {\"PHONE\":1}",
                        "2027-01-11 {\"LETTER\":1}");
        assertThat(simulation.at("/days/0/steps/0/amount").asString()).isEqualTo("350.00");
        assertThat(simulation.at("/agents/0/total").asInt()).isEqualTo(6);
    }

    @Test
    void a_strategy_that_is_only_written_is_simulated_for_everyone_and_nothing_is_saved() {
        var draft = """
                {"label": "Essai", "company": "%s", "actions": [
                  {"code": "SMS", "label": "SMS", "type": "SMS", "delay": 12, "minimumAmount": "100"}]}
                """.formatted(company.code());
        var code = "ESSAI-" + company.code();

        var simulation = manager.post(
                "/strategies/%s/simulation?company=%s&customers=EVERYONE&days=10".formatted(code, company.code()),
                draft);

        assertThat(simulation.status()).isEqualTo(200);
        assertThat(simulation.body().at("/actions").asInt()).isEqualTo(2);
        assertThat(simulation.body().at("/days/0/date").asString()).isEqualTo("2026-12-02");
        assertThat(manager.get("/strategies/" + code).status()).isEqualTo(404);
        assertThat(manager.get("/strategies/%s/simulation?company=%s&days=0".formatted(standard, company.code()))
                        .status())
                .isEqualTo(422);
    }
}
