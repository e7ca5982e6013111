package io.encours.worklist;

import static encours.db.worklist.Tables.DONE_ACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Today is 24 November 2026. The item is due on 30 November: phone −10 (20 November), e-mail +5 (5, a Saturday, so 7
/// December), letter +10 (10 December).
@IntegrationTest
@DisplayName("A5: validate, modify, ignore, each undoable, recorded and attributed")
class ActionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Planning planning;

    private Company company;
    private SignedIn agent;
    private Api api;
    private long customer;
    private RowId item;

    @BeforeEach
    void anItemOfAnAgentsCustomer() {
        company = fixtures.aCompany();
        agent = fixtures.anAgent(company);
        api = new Api(port, fixtures.tokenOf(agent));
        var manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        var fixture = new PlanFixture(db, company);
        customer = fixture.customer(null, false);
        fixture.assign(customer, agent);
        item = new RowId(
                customer,
                fixture.item(
                        customer,
                        new Item(
                                ItemKind.INVOICE,
                                new BigDecimal("1200"),
                                "411",
                                false,
                                LocalDate.of(2026, 11, 30),
                                "VIR",
                                null,
                                null,
                                null)));
        planning.planCustomers(company.id(), List.of(customer));
        // Putting the strategy plans who follows it.
        assertThat(manager.put("/strategies/" + company.code() + "-S", """
                {"company": "%s", "default": true, "actions": [
                  {"code": "TEL", "type": "PHONE", "delay": -10},
                  {"code": "MAIL", "type": "EMAIL", "delay": 5},
                  {"code": "LET", "type": "LETTER", "delay": 10}]}
                """.formatted(company.code()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void after_each_action_the_next_one_is_found_by_itself_until_the_sequence_is_finished() {
        var afterCall = post(
                "/actions/" + item + "-1/validation", "{\"comment\": \"Rappelle demain\", \"outcome\": \"REACHED\"}");
        assertNext(afterCall, "MAIL", "2026-12-05", "2026-12-07");

        var afterMail = post("/actions/" + id(afterCall) + "/validation", "{}");
        assertNext(afterMail, "LET", "2026-12-10", "2026-12-10");

        var afterLetter = post("/actions/" + id(afterMail) + "/validation", "");
        assertThat(afterLetter.at("/nextAction").isNull()).isTrue();
        assertThat(afterLetter.at("/noActionReason").asString()).isEqualTo("SEQUENCE_FINISHED");

        var back = delete("/actions/" + id(afterMail) + "/validation");
        assertNext(back, "LET", "2026-12-10", "2026-12-10");

        var events = api.get("/customers/" + company.code() + "/C" + customer + "/events")
                .body()
                .at("/items");
        assertThat(events.values().stream().map(event -> event.at("/type").asString()))
                .containsExactly("VALIDATION_UNDONE", "ACTION_VALIDATED", "ACTION_VALIDATED", "ACTION_VALIDATED");
        var call = events.get(3);
        assertThat(call.at("/author").asString()).isEqualTo(agent.displayName());
        assertThat(call.at("/channel").asString()).isEqualTo("PHONE");
        assertThat(call.at("/text").asString()).isEqualTo("Rappelle demain");
        assertThat(call.at("/outcome").asString()).isEqualTo("REACHED");
        assertThat(call.at("/date").asString()).isEqualTo("2026-11-24");
        assertThat(call.at("/items/0/id").asString()).isEqualTo(item.toString());
        assertThat(call.at("/details/code").asString()).isEqualTo("TEL");
    }

    @Test
    void an_ignored_action_is_passed_over_and_can_be_brought_back() {
        assertNext(post("/actions/" + item + "-1/suspension", "{}"), "MAIL", "2026-12-05", "2026-12-07");
        assertNext(delete("/actions/" + item + "-1/suspension"), "TEL", "2026-11-20", "2026-11-20");
    }

    @Test
    void another_action_takes_the_place_of_the_planned_one_and_the_sequence_goes_on_after_it() {
        var replaced = post("/actions/" + item + "-1/replacement", "{\"type\": \"SMS\", \"date\": \"2026-12-01\"}");
        assertNext(replaced, "SMS", "2026-12-01", "2026-12-01");
        assertThat(replaced.at("/nextAction/id").asString()).isEqualTo(item + "-1");

        assertNext(delete("/actions/" + item + "-1/replacement"), "TEL", "2026-11-20", "2026-11-20");

        var letter = post("/actions/" + item + "-1/replacement", "{\"code\": \"LET\"}");
        assertNext(letter, "LET", "2026-11-20", "2026-11-20");
        assertNext(post("/actions/" + item + "-1/validation", "{}"), "MAIL", "2026-12-05", "2026-12-07");
        assertThat(status("DELETE", "/actions/" + item + "-1/replacement", ""))
                .as("done meanwhile")
                .isEqualTo(409);
        assertNext(delete("/actions/" + item + "-1/validation"), "LET", "2026-11-20", "2026-11-20");
    }

    @Test
    void a_decision_that_comes_too_late_or_means_something_else_is_refused() {
        post("/actions/" + item + "-1/validation", "{}");
        assertThat(status("POST", "/actions/" + item + "-1/validation", "{}")).isEqualTo(409);
        assertThat(status("POST", "/actions/" + item + "-2/validation", "{\"expectedCode\": \"TEL\"}"))
                .isEqualTo(409);
        assertThat(status("POST", "/actions/" + item + "-3/validation", "{}")).isEqualTo(404);
        assertThat(status("POST", "/actions/nothing/validation", "{}")).isEqualTo(404);
        post("/actions/" + item + "-2/validation", "{\"expectedCode\": \"MAIL\"}");
        assertThat(status("DELETE", "/actions/" + item + "-1/validation", ""))
                .as("not the last")
                .isEqualTo(409);
        assertThat(status("DELETE", "/actions/" + item + "-2/suspension", ""))
                .as("was not ignored")
                .isEqualTo(404);
        assertThat(status("POST", "/actions/" + item + "-3/replacement", "{\"type\": \"PIGEON\"}"))
                .isEqualTo(422);
        assertThat(status("POST", "/actions/" + item + "-3/replacement", "{}")).isEqualTo(422);
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> status("POST", "/actions/" + item + "-1/validation", "{}"));
            var second = people.submit(() -> status("POST", "/actions/" + item + "-1/suspension", "{}"));
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(db.fetchCount(DONE_ACTION, DONE_ACTION.CUSTOMER_ID.eq(customer)))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("S2: only a manager decides on another agent's items, and with no role nobody")
    void what_is_not_mine_does_not_exist_for_me() {
        var other = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var accountant =
                new Api(port, fixtures.tokenOf(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company)));
        var manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));

        for (var noun : List.of("validation", "suspension", "replacement")) {
            assertThat(other.post("/actions/" + item + "-1/" + noun, "{\"type\": \"SMS\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(other.delete("/actions/" + item + "-1/" + noun).status()).isEqualTo(404);
            assertThat(accountant
                            .post("/actions/" + item + "-1/" + noun, "{\"type\": \"SMS\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(other.get("/customers/" + company.code() + "/C" + customer + "/events")
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/actions/" + item + "-1/validation", "{}").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("C4: notes are events; the list is paged, newest first")
    void notes_are_kept_in_the_log_of_the_customer() {
        var events = "/customers/" + company.code() + "/C" + customer + "/events";
        assertThat(api.post(events, "{\"text\": \"Un\", \"items\": [\"" + item + "\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(events, "{\"text\": \"Deux\"}").status()).isEqualTo(201);
        assertThat(api.post(events, "{\"text\": \" \"}").status()).isEqualTo(422);
        assertThat(api.post(events, "{\"text\": \"x\", \"items\": [\"zz-1\"]}").status())
                .isEqualTo(422);

        var page = api.get(events + "?limit=1").body();
        assertThat(page.at("/items/0/text").asString()).isEqualTo("Deux");
        var rest = api.get(events + "?limit=1&cursor=" + page.at("/next").asString())
                .body();
        assertThat(rest.at("/items/0/text").asString()).isEqualTo("Un");
        assertThat(rest.at("/next").isNull()).isTrue();
    }

    @Test
    @DisplayName("A6: changing a strategy shows first what would change")
    void a_preview_tells_what_would_change_and_changes_nothing() {
        var manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        var path = "/strategies/" + company.code() + "-S";
        var before = manager.get(path).body();
        var later = before.toString().replace("\"delay\":-10", "\"delay\":-3");
        var forNobody = before.toString().replace("\"paymentMethod\":null", "\"paymentMethod\":\"CHQ\"");

        assertThat(preview(manager, path, before.toString())).isEqualTo("0 moved, 0 added, 0 removed");
        assertThat(preview(manager, path, later)).isEqualTo("1 moved, 0 added, 0 removed");
        assertThat(preview(manager, path, forNobody)).isEqualTo("0 moved, 0 added, 1 removed");
        assertThat(manager.put(path + "?preview=true", "{}").status()).isEqualTo(422);
        assertThat(manager.get(path).body()).isEqualTo(before);
        assertNext(
                post("/actions/" + item + "-1/validation", "{\"expectedCode\": \"TEL\"}"),
                "MAIL",
                "2026-12-05",
                "2026-12-07");
    }

    private static String preview(Api manager, String path, String definition) {
        var answer = manager.put(path + "?preview=true", definition).body();
        return "%s moved, %s added, %s removed"
                .formatted(answer.get("itemsMoved"), answer.get("actionsAdded"), answer.get("actionsRemoved"));
    }

    private static void assertNext(JsonNode answer, String code, String theoretical, String date) {
        assertThat(answer.at("/nextAction/code").asString()).isEqualTo(code);
        assertThat(answer.at("/nextAction/theoreticalDate").asString()).isEqualTo(theoretical);
        assertThat(answer.at("/nextAction/date").asString()).isEqualTo(date);
    }

    private static String id(JsonNode answer) {
        return answer.at("/nextAction/id").asString();
    }

    private JsonNode post(String path, String json) {
        var answer = api.post(path, json);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode delete(String path) {
        var answer = api.delete(path);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private int status(String method, String path, String json) {
        return method.equals("POST")
                ? api.post(path, json).status()
                : api.delete(path).status();
    }
}
