package io.encours.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("A6: which strategy a customer follows")
class AssignmentsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private OverdueWatch watch;

    private Company company;
    private Api manager;
    private String firm;

    /// Durand has 100 overdue since 2 November and 900 due on 30 November; Petit owes 50, not due.
    @BeforeEach
    void two_customers_and_a_firm_strategy() {
        company = fixtures.aCompany();
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", agent)
                .customer("C2", "Petit SA", agent)
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .owes("C1", "F-2", "2026-11-30", "900.00")
                .owes("C2", "F-3", "2026-12-15", "50.00")
                .bringIn();
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        firm = "FERME-" + company.code();
        manager.put("/strategies/" + firm, """
                {"label": "Ferme", "company": "%s", "actions": [
                  {"code": "LRAR", "label": "Lettre", "type": "LETTER", "delay": 1, "mode": "AUTOMATIC", "perCustomer": true}]}
                """.formatted(company.code()));
    }

    @AfterEach
    void no_rule_is_left() {
        manager.put("/strategy-rules", "{\"rules\": []}");
    }

    @Test
    void without_a_rule_the_default_of_the_company_is_followed() {
        var follows = customer("C1").at("/follows");

        assertThat(follows.at("/strategy").asString()).isEqualTo("S-" + company.code());
        assertThat(follows.at("/basis").asString()).isEqualTo("COMPANY_DEFAULT");
    }

    @Test
    void the_first_rule_that_fits_counts_and_the_plan_follows() {
        var put = manager.put("/strategy-rules", rules("\"countries\": [\"BE\"]", "\"countries\": [\"fr\"]"));

        assertThat(put.status()).isEqualTo(200);
        assertThat(customer("C2").at("/follows/basis").asString()).isEqualTo("RULE");
        assertThat(customer("C2").at("/follows/rule").asInt()).isEqualTo(2);
        assertThat(customer("C2").at("/follows/strategy").asString()).isEqualTo(firm);
        assertThat(nextAction("C2")).isEqualTo("LRAR");
        assertThat(manager.get("/strategy-rules")
                        .body()
                        .at("/rules/0/countries/0")
                        .asString())
                .isEqualTo("BE");
    }

    @Test
    void the_strategy_set_on_the_customer_comes_before_every_rule() {
        manager.put("/strategy-rules", rules("\"countries\": [\"FR\"]"));
        manager.put("/customers/%s/C2".formatted(company.code()), """
                {"name": "Petit SA", "language": "fr", "country": "FR", "strategy": "S-%s"}
                """.formatted(company.code()));

        assertThat(customer("C2").at("/follows/basis").asString()).isEqualTo("CUSTOMER");
        assertThat(nextAction("C2")).isEqualTo("CALL");
    }

    @Test
    void what_would_change_is_told_before_and_nothing_is_written() {
        var preview = manager.put("/strategy-rules?preview=true", rules("\"overdueFrom\": \"100\""));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().at("/customersMoved").asInt()).isEqualTo(1);
        assertThat(preview.body().at("/customers/0/customer").asString()).isEqualTo("C1");
        assertThat(preview.body().at("/customers/0/from/basis").asString()).isEqualTo("COMPANY_DEFAULT");
        assertThat(preview.body().at("/customers/0/to/strategy").asString()).isEqualTo(firm);
        assertThat(preview.body().at("/itemsMoved").asInt()).isEqualTo(2);
        assertThat(preview.body().at("/tonight/0/type").asString()).isEqualTo("LETTER");
        assertThat(preview.body().at("/tonight/0/messages").asInt()).isEqualTo(1);
        assertThat(nextAction("C1")).isEqualTo("CALL");
        assertThat(manager.get("/strategy-rules").body().at("/rules").size()).isZero();

        var own = manager.put("/customers/%s/C2?preview=true".formatted(company.code()), """
                {"name": "Petit SA", "language": "fr", "country": "FR", "strategy": "%s"}
                """.formatted(firm));
        assertThat(own.body().at("/customers/0/to/basis").asString()).isEqualTo("CUSTOMER");
        assertThat(own.body().at("/itemsMoved").asInt()).isEqualTo(1);
        assertThat(customer("C2").at("/strategy").isNull()).isTrue();
    }

    @Test
    void an_amount_becomes_overdue_by_the_passing_of_a_day_and_the_night_sees_it() {
        manager.put("/strategy-rules", rules("\"overdueFrom\": \"500\""));
        assertThat(nextAction("C1")).isEqualTo("CALL");

        watch.look(company.id(), LocalDate.of(2026, 11, 30));
        assertThat(nextAction("C1"))
                .as("on its due date nothing is overdue yet")
                .isEqualTo("CALL");
        watch.look(company.id(), LocalDate.of(2026, 12, 1));
        assertThat(nextAction("C1")).isEqualTo("LRAR");
        var again = manager.post("/planning-runs", """
                {"company": "%s", "date": "2026-12-01"}
                """.formatted(company.code()));
        assertThat(again.body().at("/changed").asInt())
                .as("planned again nothing changes")
                .isZero();

        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-2", "2026-11-30", "300.00")
                .bringIn();
        assertThat(nextAction("C1"))
                .as("an import looks at the amount of its day")
                .isEqualTo("CALL");
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        var tag = manager.get("/strategy-rules").body().at("/version").asInt();
        manager.put("/strategy-rules", rules("\"countries\": [\"BE\"]"));

        var late = manager.put("/strategy-rules", "\"" + tag + "\"", rules("\"countries\": [\"LU\"]"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(manager.get("/strategy-rules")
                        .body()
                        .at("/rules/0/countries/0")
                        .asString())
                .isEqualTo("BE");
    }

    @Test
    void every_error_names_its_field_and_only_who_leads_may_write() {
        var refused = manager.put("/strategy-rules", """
                {"rules": [
                  {"strategy": "%s", "countries": ["XX"]},
                  {"company": "ELSEWHERE", "overdueFrom": "10", "overdueBelow": "10"}]}
                """.formatted(firm));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").values().stream()
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder(
                        "rules[0].strategy",
                        "rules[0].countries",
                        "rules[1].company",
                        "rules[1].overdueBelow",
                        "rules[1].strategy");
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        assertThat(agent.put("/strategy-rules", rules("\"countries\": [\"BE\"]"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobody_sees_or_loses_the_rules_of_another_company() {
        manager.put("/strategy-rules", rules("\"countries\": [\"BE\"]"));
        var other = new Api(port, fixtures.tokenOf(fixtures.aManager(fixtures.aCompany())));

        assertThat(other.get("/strategy-rules").body().at("/rules").size()).isZero();
        other.put("/strategy-rules", "{\"rules\": []}");

        assertThat(manager.get("/strategy-rules").body().at("/rules").size()).isEqualTo(1);
    }

    private String rules(String... criteria) {
        var rules = java.util.Arrays.stream(criteria)
                .map(criterion ->
                        "{\"company\": \"%s\", \"strategy\": \"%s\", %s}".formatted(company.code(), firm, criterion))
                .collect(java.util.stream.Collectors.joining(","));
        return "{\"rules\": [" + rules + "]}";
    }

    private tools.jackson.databind.JsonNode customer(String code) {
        return manager.get("/customers/%s/%s".formatted(company.code(), code)).body();
    }

    private String nextAction(String customer) {
        return manager.get("/items?company=%s&customer=%s".formatted(company.code(), customer))
                .body()
                .at("/items/0/nextAction/code")
                .asString();
    }
}
