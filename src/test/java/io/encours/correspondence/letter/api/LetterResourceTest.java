package io.encours.correspondence.letter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("A1 letters, by API")
class LetterResourceTest {

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
    private Api agent;
    private Api other;
    private String managerToken;

    @BeforeEach
    void a_customer_with_an_address() {
        company = fixtures.aCompany();
        var nadia = fixtures.anAgent(company);
        var portfolio = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", nadia)
                .customer("NOA", "Sans Adresse", nadia)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-10-25", "100.00")
                .owes("NOA", "F-3", "2026-10-20", "10.00")
                .bringIn();
        managerToken = fixtures.tokenOf(portfolio.administrator());
        manager = new Api(port, managerToken);
        agent = new Api(port, fixtures.tokenOf(nadia));
        other = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var path = "/customers/" + company.code() + "/DUP";
        var put = manager.put(
                path,
                "{\"name\":\"Dupont Bâtiment\",\"agent\":\"%s\",\"address\":\"1, rue\",\"city\":\"Lyon\"}"
                        .formatted(nadia.login()));
        assertThat(put.status()).isEqualTo(200);
    }

    @Test
    void a_letter_is_made_read_printed_and_not_taken_back_any_more() {
        var made =
                agent.post("/customers/" + company.code() + "/DUP/letters", "{\"purpose\":\"REMINDER\",\"level\":2}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(made.body().path("amount").asString()).isEqualTo("6300.00");
        assertThat(made.body().path("documents")).extracting(JsonNode::asString).containsExactly("F-1", "F-2");

        var id = made.body().path("id").asString();
        assertThat(agent.get("/letters/" + id).body().path("template").asString())
                .isEqualTo("RELANCE-2-COURRIER");
        var pdf = new Http(port).get("/api/v1/letters/" + id + "/pdf", "Authorization", "Bearer " + managerToken);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-1.");

        var run = agent.post("/letters/print-runs", "{\"company\":\"%s\"}".formatted(company.code()));
        assertThat(run.status()).isEqualTo(201);
        assertThat(run.body().path("letters").asInt()).isEqualTo(1);
        assertThat(agent.get("/letters/" + id).body().path("state").asString()).isEqualTo("PRINTED");
        assertThat(agent.post("/letters/" + id + "/cancellation", "").status()).isEqualTo(409);
        assertThat(new Http(port)
                        .get(
                                "/api/v1/letters/print-runs/"
                                        + run.body().path("id").asLong() + "/pdf",
                                "Authorization",
                                "Bearer " + managerToken)
                        .body())
                .startsWith("%PDF-1.");
    }

    @Test
    void a_letter_about_one_item_until_a_day_is_made_and_cancelled() {
        var item = agent.get("/items?company=" + company.code() + "&customer=DUP")
                .body()
                .path("items")
                .get(0);
        var made = agent.post(
                "/customers/" + company.code() + "/DUP/letters",
                "{\"items\":[\"%s\"],\"deadline\":\"2026-12-02\"}"
                        .formatted(item.path("id").asString()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("documents")).hasSize(1);
        var cancelled = agent.post("/letters/" + made.body().path("id").asString() + "/cancellation", "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.body().path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void of_many_those_that_cannot_be_made_are_told_with_the_reason() {
        var outcome = manager.post(
                "/letters",
                "{\"company\":\"%s\",\"customers\":[{\"customer\":\"DUP\"},{\"customer\":\"NOA\"},{\"customer\":\"???\"}]}"
                        .formatted(company.code()));
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.body().path("created")).hasSize(1);
        assertThat(outcome.body().path("refused").findValuesAsString("code"))
                .containsExactlyInAnyOrder("UNKNOWN_CUSTOMER", "NO_ADDRESS");
        assertThat(outcome.body().path("refused").findValuesAsString("message")).contains("Client inconnu");
    }

    @Test
    void what_belongs_to_another_agent_is_not_there() {
        var id = agent.post("/customers/" + company.code() + "/DUP/letters", "{}")
                .body()
                .path("id")
                .asString();
        var run = agent.post("/letters/print-runs", "{\"company\":\"%s\"}".formatted(company.code()))
                .body()
                .path("id")
                .asLong();
        assertThat(other.get("/letters/" + id).status()).isEqualTo(404);
        assertThat(other.get("/letters/" + id + "/pdf").status()).isEqualTo(404);
        assertThat(other.post("/letters/" + id + "/cancellation", "").status()).isEqualTo(404);
        assertThat(other.get("/letters/print-runs/" + run).status()).isEqualTo(404);
        assertThat(other.get("/letters/print-runs/" + run + "/pdf").status()).isEqualTo(404);
        assertThat(other.get("/letters").body().path("items")).isEmpty();
        assertThat(other.get("/letters/print-runs").body().path("items")).isEmpty();
        assertThat(other.post("/customers/" + company.code() + "/DUP/letters", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("/letters?state=PRINTED").body().path("items")).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_told() {
        var path = "/customers/" + company.code() + "/DUP/letters";
        assertThat(agent.post(path, "{\"purpose\":\"LOVE\"}").status()).isEqualTo(422);
        assertThat(agent.post(path, "{\"level\":12}").status()).isEqualTo(422);
        assertThat(agent.post(path, "{\"items\":[\"zz-1\"]}").status()).isEqualTo(422);
        assertThat(agent.post("/customers/" + company.code() + "/NOA/letters", "{}")
                        .status())
                .isEqualTo(422);
        assertThat(agent.get("/letters/none").status()).isEqualTo(404);
        assertThat(agent.get("/letters?state=LOST").status()).isEqualTo(422);
    }
}
