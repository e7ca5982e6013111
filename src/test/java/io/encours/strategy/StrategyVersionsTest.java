package io.encours.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.platform.Problem;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("A6: versions of a strategy, two writers at once, what would change")
class StrategyVersionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn manager;
    private Api api;

    @BeforeEach
    void aCompanyWithTwoOverdueItems() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        api = new Api(port, fixtures.tokenOf(manager));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .owes("C1", "F-2", "2026-11-03", "250.00")
                .bringIn();
    }

    @Test
    void every_version_is_kept_whole_with_who_and_why() {
        api.put("/strategies/" + code(), draft("Autrement", 12, "MANUAL", "\"comment\": \"Deux jours de plus\","));

        var versions = api.get("/strategies/" + code() + "/versions").body();
        assertThat(versions.at("/items").size()).isEqualTo(2);
        assertThat(versions.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(versions.at("/items/0/savedBy").asString()).isEqualTo(manager.displayName());
        assertThat(versions.at("/items/0/comment").asString()).isEqualTo("Deux jours de plus");
        var first = api.get("/strategies/" + code() + "/versions/1").body();
        assertThat(first.at("/label").asString()).isEqualTo("Standard");
        assertThat(first.at("/actions/0/delay").asInt()).isEqualTo(10);
        assertThat(first.at("/actions").size()).isEqualTo(2);
        assertThat(api.get("/strategies/" + code() + "/versions/9").status()).isEqualTo(404);

        var restored = api.put("/strategies/" + code(), first.toString());
        assertThat(restored.body().at("/version").asInt()).isEqualTo(3);
        assertThat(restored.body().at("/actions")).isEqualTo(first.at("/actions"));
    }

    @Test
    void who_has_read_an_older_version_writes_nothing() {
        var scope = fixtures.everythingOf(company);
        var read = strategies.get(scope, code());
        var mine = StrategyForm.of(read).with("label", "Le mien").draft(code());
        strategies.put(
                manager,
                scope,
                code(),
                StrategyForm.of(read).with("label", "Le sien").draft(code()),
                1);

        Assertions.assertThatThrownBy(() -> strategies.put(manager, scope, code(), mine, read.version()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.OUTDATED);
                    assertThat(problem.arguments()).containsExactly(manager.displayName(), "2", "1");
                });
        Assertions.assertThatThrownBy(() -> strategies.put(manager, scope, code(), mine, 0))
                .hasMessage("strategy.problem.codeExists");
        assertThat(strategies.get(scope, code()).label()).isEqualTo("Le sien");
    }

    @Test
    void a_preview_says_what_would_move_and_what_would_go_out_tonight_and_writes_nothing() {
        var preview = api.put("/strategies/" + code() + "?preview=true", draft("Autrement", 12, "AUTOMATIC", ""))
                .body();

        assertThat(preview.at("/itemsMoved").asInt()).isEqualTo(2);
        assertThat(preview.at("/moves/0/items").asInt()).isEqualTo(2);
        assertThat(preview.at("/moves/0/from/first").asString()).isEqualTo("2026-11-12");
        assertThat(preview.at("/moves/0/to/last").asString()).isEqualTo("2026-11-16");
        assertThat(preview.at("/tonight/0/type").asString()).isEqualTo("EMAIL");
        assertThat(preview.at("/tonight/0/items").asInt()).isEqualTo(2);
        assertThat(preview.at("/tonight/0/messages").asInt())
                .as("one for the customer")
                .isEqualTo(1);
        assertThat(preview.at("/tonight/0/itemsNow").asInt()).isZero();
        assertThat(preview.at("/items/items/0/document").asString()).isEqualTo("F-2");
        assertThat(preview.at("/items/items/0/amount").asString()).startsWith("250.00");
        assertThat(preview.at("/items/items/0/to/code").asString()).isEqualTo("MAIL");
        var second = api.put(
                        "/strategies/" + code() + "?preview=true&limit=1&cursor="
                                + api.put(
                                                "/strategies/" + code() + "?preview=true&limit=1",
                                                draft("Autrement", 12, "AUTOMATIC", ""))
                                        .body()
                                        .at("/items/next")
                                        .asString(),
                        draft("Autrement", 12, "AUTOMATIC", ""))
                .body();
        assertThat(second.at("/items/items/0/document").asString()).isEqualTo("F-1");
        assertThat(second.at("/items/next").isNull()).isTrue();
        assertThat(api.get("/strategies/" + code()).body().at("/version").asInt())
                .isEqualTo(1);
    }

    private String draft(String label, int delay, String mode, String more) {
        return """
                {"label": "%s", "company": "%s", "default": true, %s "actions": [
                  {"code": "MAIL", "type": "EMAIL", "delay": %d, "mode": "%s", "perCustomer": true}]}
                """.formatted(label, company.code(), more, delay, mode);
    }

    private String code() {
        return "S-" + company.code();
    }
}
