package io.encours.correspondence.outbox.api;

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
@DisplayName("A1 messages, by API")
class MessageResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private Api administrator;
    private Api agent;
    private Api other;
    private String messages;

    @BeforeEach
    void a_customer_with_an_address() {
        company = fixtures.aCompany();
        var nadia = fixtures.anAgent(company);
        var portfolio = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", nadia)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .bringIn();
        administrator = new Api(port, fixtures.tokenOf(portfolio.administrator()));
        agent = new Api(port, fixtures.tokenOf(nadia));
        other = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var customer = "/customers/" + company.code() + "/DUP";
        messages = customer + "/messages";
        assertThat(administrator
                        .put(
                                customer,
                                "{\"name\":\"Dupont Bâtiment\",\"agent\":\"%s\",\"email\":\"compta@dupont.example\"}"
                                        .formatted(nadia.login()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_message_is_previewed_written_read_and_cancelled() {
        var draft = "{\"template\":\"RELANCE-1-EMAIL\",\"statement\":true}";
        var preview = agent.post(messages + "/preview", draft).body();
        var made = agent.post(messages, draft);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("state").asString()).isEqualTo("WAITING");
        assertThat(made.body().path("amount").asString()).isEqualTo("6200.00");

        var path = "/messages/" + made.body().path("id").asString();
        var whole = agent.get(path).body();
        assertThat(whole.path("html").asString())
                .isEqualTo(preview.path("html").asString())
                .contains("F-1");
        assertThat(whole.path("attachments").get(0).asString()).isEqualTo("releve-de-compte.pdf");
        assertThat(agent.post(path + "/confirmation", "{}").status()).isEqualTo(409);
        assertThat(agent.post(path + "/resending", "{}").status()).isEqualTo(409);
        assertThat(agent.post(path + "/cancellation", "{}").body().path("state").asString())
                .isEqualTo("CANCELLED");
        // What was cancelled may no longer be true: it is written anew, not sent again.
        assertThat(agent.post(path + "/resending", "{}").status()).isEqualTo(409);

        assertThat(agent.get("/messages?state=cancelled&company=" + company.code())
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(agent.get("/messages?channel=SMS").body().path("items").size())
                .isZero();
        assertThat(agent.get("/messages?state=lost").status()).isEqualTo(422);
    }

    @Test
    void a_message_is_of_those_who_see_the_customer_only() {
        var made = agent.post(messages, "{\"subject\":\"Bonjour\",\"text\":\"Un mot <b>gras</b>\"}")
                .body();
        var path = "/messages/" + made.path("id").asString();
        assertThat(agent.get(path).body().path("html").asString()).contains("Un mot &lt;b&gt;gras&lt;/b&gt;");
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/cancellation", "{}").status()).isEqualTo(404);
        assertThat(other.post(messages, "{\"subject\":\"a\",\"text\":\"b\"}").status())
                .isEqualTo(404);
        assertThat(other.get("/messages").body().path("items").size()).isZero();
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(agent.post(messages, "{\"text\":\"sans objet\"}")
                        .body()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("subject");
        assertThat(agent.post(messages, "{\"template\":\"NEANT\"}").status()).isEqualTo(422);
        assertThat(agent.post(messages, "{\"channel\":\"SMS\",\"text\":\"a\"}").status())
                .isEqualTo(422);
        assertThat(agent.post(messages, "{\"channel\":\"LETTER\",\"text\":\"a\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void how_a_company_sends_is_said_by_its_administrator() {
        var path = "/companies/" + company.code() + "/message-settings";
        assertThat(agent.get(path).body().path("undoAutomatic").asInt()).isEqualTo(10);
        assertThat(agent.put(path, "{\"undoAutomatic\":1}").status()).isEqualTo(403);
        assertThat(administrator
                        .put(path, "{\"replyAddress\":\"pas une adresse\"}")
                        .status())
                .isEqualTo(422);
        var put = administrator.put(path, "{\"replyAddress\":\"rec@v.example\",\"quietFrom\":\"21:30\"}");
        assertThat(put.body().path("quietFrom").asString()).startsWith("21:30");
        assertThat(put.body().path("undoAutomatic").asInt()).isEqualTo(10);
    }
}
