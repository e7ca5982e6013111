package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Today is Tuesday 24 November 2026. Items are due on 14 November: phone +2 (16 November), e-mail +20, letter +30.
@IntegrationTest
@DisplayName("S7, A5: validate, modify, ignore all that is ticked")
class BatchesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 14);

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
    private Api manager;
    private PlanFixture fixture;
    private long customer;

    @BeforeEach
    void aCustomerOfAnAgent() {
        company = fixtures.aCompany();
        agent = fixtures.anAgent(company);
        api = new Api(port, fixtures.tokenOf(agent));
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        fixture = new PlanFixture(db, company);
        assertThat(manager.put("/strategies/" + company.code() + "-S", """
                {"company": "%s", "default": true, "actions": [
                  {"code": "TEL", "type": "PHONE", "delay": 2},
                  {"code": "MAIL", "type": "EMAIL", "delay": 20},
                  {"code": "LET", "type": "LETTER", "delay": 30}]}
                """.formatted(company.code()))
                        .status())
                .isEqualTo(201);
        customer = fixture.customer(null, false);
        fixture.assign(customer, agent);
    }

    @Test
    void all_ticked_actions_are_validated_each_with_its_event_and_its_next_action() {
        var items = items("1200", "340.10", "17");
        var answer = post(
                "validations",
                "{\"ids\": [%s], \"comment\": \"Appelé ce matin\", \"outcome\": \"REACHED\"}"
                        .formatted(actions(items, 1)));
        assertThat(answer.at("/done").asInt()).isEqualTo(3);
        assertThat(answer.at("/leftOut").size()).isZero();
        items.forEach(item -> {
            assertThat(next(item).at("/code").asString()).isEqualTo("MAIL");
            assertThat(next(item).at("/date").asString()).isEqualTo("2026-12-04");
        });
        var events = events();
        assertThat(events).hasSize(3).allSatisfy(event -> {
            assertThat(event.at("/type").asString()).isEqualTo("ACTION_VALIDATED");
            assertThat(event.at("/text").asString()).isEqualTo("Appelé ce matin");
            assertThat(event.at("/outcome").asString()).isEqualTo("REACHED");
            assertThat(event.at("/author").asString()).isEqualTo(agent.displayName());
            assertThat(event.at("/items").size()).isEqualTo(1);
            assertThat(event.at("/details/batch").asString())
                    .isEqualTo(answer.at("/batch").asString());
        });
    }

    @Test
    void what_cannot_be_decided_is_left_out_with_its_reason_and_the_others_are_done() {
        var items = items("100", "200", "300", "400");
        var credit = items("-50").getFirst();
        post("validations", "{\"ids\": [\"%s-1\"]}".formatted(items.get(1)));
        fixture.settle(customer, items.get(2).id(), LocalDate.of(2026, 11, 23));
        planning.planCustomers(company.id(), List.of(customer));

        var answer = post(
                "suspensions",
                "{\"ids\": [%s, \"%s\", \"%s-1~AUTRE\", \"999-1-1\"]}"
                        .formatted(actions(items.subList(0, 3), 1), credit, items.get(3)));

        assertThat(answer.at("/done").asInt()).isEqualTo(1);
        var reasons = answer.at("/leftOut").values().stream()
                .collect(Collectors.toMap(
                        each -> each.at("/item").asString(),
                        each -> each.at("/reason").asString()));
        assertThat(reasons)
                .containsEntry(items.get(1).toString(), "ALREADY_DECIDED")
                .containsEntry(items.get(2).toString(), "SETTLED")
                .containsEntry(credit.toString(), "NO_ACTION")
                .containsEntry(items.get(3).toString(), "CHANGED")
                .containsEntry("999-1", "UNKNOWN")
                .hasSize(5);
        assertThat(answer.at("/leftOut/0/message").asString()).isNotBlank();
    }

    @Test
    void a_batch_is_by_filter_and_by_group_too() {
        items("100", "200", "3000");
        var byFilter = post(
                "suspensions", "{\"filter\": {\"amountFrom\": 150, \"company\": \"%s\"}}".formatted(company.code()));
        assertThat(byFilter.at("/done").asInt()).isEqualTo(2);
        var group = api.get("/actions?presentation=ACTION&company=" + company.code())
                .body()
                .at("/groups/0/key")
                .asString();
        assertThat(group).isEqualTo("TEL");
        var byGroup = post("validations", "{\"groups\": [\"TEL\"], \"presentation\": \"ACTION\"}");
        assertThat(byGroup.at("/done").asInt()).isEqualTo(1);
        assertThat(manager.post("/actions/validations", "{}").status()).isEqualTo(422);
    }

    @Test
    void another_action_takes_the_place_of_all_ticked_ones() {
        var items = items("100", "200");
        var answer = post(
                "replacements",
                "{\"ids\": [%s], \"type\": \"SMS\", \"date\": \"2026-11-27\"}".formatted(actions(items, 1)));
        assertThat(answer.at("/done").asInt()).isEqualTo(2);
        items.forEach(item -> {
            assertThat(next(item).at("/type").asString()).isEqualTo("SMS");
            assertThat(next(item).at("/date").asString()).isEqualTo("2026-11-27");
        });
        var again = post("replacements", "{\"ids\": [%s], \"code\": \"LET\"}".formatted(actions(items, 1)));
        assertThat(again.at("/leftOut/0/reason").asString()).isEqualTo("ALREADY_REPLACED");
        assertThat(again.at("/batch").isNull()).isTrue();

        var back =
                api.delete("/actions/batches/" + answer.at("/batch").asString()).body();
        assertThat(back.at("/done").asInt()).isEqualTo(2);
        items.forEach(item -> assertThat(next(item).at("/code").asString()).isEqualTo("TEL"));
        assertThat(post("replacements", "{\"ids\": [%s], \"code\": \"NONE\"}".formatted(actions(items, 1)))
                        .at("/leftOut/0/reason")
                        .asString())
                .isEqualTo("UNKNOWN_CODE");
    }

    @Test
    void a_batch_is_undone_except_where_something_was_decided_after_it() {
        var items = items("100", "200", "300");
        var batch = post("validations", "{\"ids\": [%s]}".formatted(actions(items, 1)))
                .at("/batch")
                .asString();
        post("validations", "{\"ids\": [\"%s-2\"], \"createLetter\": false}".formatted(items.get(2)));

        var undone = api.delete("/actions/batches/" + batch).body();

        assertThat(undone.at("/done").asInt()).isEqualTo(2);
        assertThat(undone.at("/leftOut/0/reason").asString()).isEqualTo("NOT_LAST");
        assertThat(next(items.get(0)).at("/code").asString()).isEqualTo("TEL");
        assertThat(next(items.get(2)).at("/code").asString()).isEqualTo("LET");
        assertThat(events().stream()
                        .filter(event -> event.at("/type").asString().equals("VALIDATION_UNDONE")))
                .hasSize(2);
        post("validations", "{\"ids\": [\"%s-1\"]}".formatted(items.getFirst()));
        assertThat(api.delete("/actions/batches/" + batch).body().at("/done").asInt())
                .isZero();
    }

    @Test
    void an_item_that_was_paid_meanwhile_does_not_keep_the_others_from_being_undone() {
        var items = items("100", "200");
        var batch = post("validations", "{\"ids\": [%s]}".formatted(actions(items, 1)))
                .at("/batch")
                .asString();
        fixture.settle(customer, items.get(1).id(), LocalDate.of(2026, 11, 24));
        planning.planCustomers(company.id(), List.of(customer));

        var undone = api.delete("/actions/batches/" + batch).body();

        assertThat(undone.at("/done").asInt()).isEqualTo(1);
        assertThat(undone.at("/leftOut/0/reason").asString()).isEqualTo("SETTLED");
        assertThat(next(items.getFirst()).at("/code").asString()).isEqualTo("TEL");
    }

    @Test
    void what_is_no_id_is_refused_by_name() {
        for (var ids : List.of("[null]", "[\"x\"]")) {
            var answer = api.post("/actions/validations", "{\"ids\": %s}".formatted(ids));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("ids");
        }
    }

    @Test
    void a_promise_heard_on_the_phone_holds_the_items_until_its_day_and_they_come_back_by_themselves() {
        var items = items("100", "200");
        post("validations", """
                {"ids": [%s], "outcome": "PROMISED", "until": "2026-12-11"}
                """.formatted(actions(items, 1)));
        items.forEach(item -> {
            assertThat(next(item).at("/code").asString()).isEqualTo("MAIL");
            assertThat(next(item).at("/theoreticalDate").asString()).isEqualTo("2026-12-04");
            // Friday 11 December is over on Monday 14.
            assertThat(next(item).at("/date").asString()).isEqualTo("2026-12-14");
            assertThat(next(item).at("/heldUntil").asString()).isEqualTo("2026-12-11");
        });
        assertThat(events().getFirst().at("/details/until").asString()).isEqualTo("2026-12-11");
        api.delete("/actions/" + items.getFirst() + "-1/validation");
        assertThat(next(items.getFirst()).at("/date").asString()).isEqualTo("2026-11-16");
        assertThat(api.post("/actions/validations", """
                        {"ids": ["%s-1"], "outcome": "REACHED", "until": "2026-12-11"}
                        """.formatted(items.getFirst()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_next_step_is_said_in_the_same_form_and_undone_with_it() {
        var items = items("100", "200");
        var batch = post("validations", """
                {"ids": [%s], "outcome": "NO_ANSWER", "next": {"type": "PHONE", "date": "2026-11-26"}}
                """.formatted(actions(items, 1)));
        items.forEach(item -> {
            assertThat(next(item).at("/type").asString()).isEqualTo("PHONE");
            assertThat(next(item).at("/date").asString()).isEqualTo("2026-11-26");
        });
        var undone =
                api.delete("/actions/batches/" + batch.at("/batch").asString()).body();
        assertThat(undone.at("/done").asInt()).isEqualTo(2);
        items.forEach(item -> assertThat(next(item).at("/code").asString()).isEqualTo("TEL"));

        var single =
                api.post("/actions/" + items.getFirst() + "-1/validation", """
                {"outcome": "NO_ANSWER", "next": {"code": "LET"}}
                """).body();
        assertThat(single.at("/nextAction/code").asString()).isEqualTo("LET");
        assertThat(single.at("/nextAction/id").asString()).isEqualTo(items.getFirst() + "-2");
    }

    @Test
    void of_two_people_who_validate_the_same_items_at_once_one_wins_for_each() throws Exception {
        var items = items("10", "20", "30", "40", "50", "60", "70", "80");
        try (var people = Executors.newFixedThreadPool(2)) {
            var body = "{\"ids\": [%s]}".formatted(actions(items, 1));
            List<Callable<JsonNode>> calls = List.of(
                    () -> api.post("/actions/validations", body).body(),
                    () -> manager.post("/actions/validations", body).body());
            var both = people.invokeAll(calls);
            var done = 0;
            var leftOut = new ArrayList<String>();
            for (var each : both) {
                done += each.get().at("/done").asInt();
                each.get()
                        .at("/leftOut")
                        .forEach(left -> leftOut.add(left.at("/reason").asString()));
            }
            assertThat(done).isEqualTo(8);
            assertThat(leftOut).hasSize(8).containsOnly("ALREADY_DECIDED");
        }
        assertThat(events()).hasSize(8);
    }

    @Test
    void an_agent_decides_nothing_of_another_agent_by_id_group_filter_or_undo() {
        var items = items("100", "200");
        var stranger = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var byId = stranger.post("/actions/validations", "{\"ids\": [%s]}".formatted(actions(items, 1)))
                .body();
        assertThat(byId.at("/done").asInt()).isZero();
        assertThat(byId.at("/leftOut/0/reason").asString()).isEqualTo("UNKNOWN");
        assertThat(byId.at("/leftOut/0/document").asString()).isEmpty();
        assertThat(stranger.post("/actions/validations", "{\"filter\": {}}").status())
                .isEqualTo(422);
        assertThat(stranger.post("/actions/validations", "{\"groups\": [\"TEL\"], \"presentation\": \"ACTION\"}")
                        .status())
                .isEqualTo(422);
        var batch = post("validations", "{\"ids\": [%s]}".formatted(actions(items, 1)))
                .at("/batch")
                .asString();
        assertThat(stranger.delete("/actions/batches/" + batch).status()).isEqualTo(409);
        items.forEach(item -> assertThat(next(item).at("/code").asString()).isEqualTo("MAIL"));
    }

    private List<RowId> items(String... amounts) {
        var made = new ArrayList<RowId>();
        for (var amount : amounts) {
            var item = new Item(ItemKind.INVOICE, new BigDecimal(amount), "411", false, DUE, "VIR", null, null, null);
            made.add(new RowId(customer, fixture.item(customer, item)));
        }
        planning.planCustomers(company.id(), List.of(customer));
        return made;
    }

    private static String actions(List<RowId> items, int occurrence) {
        return items.stream().map(item -> "\"" + item + "-" + occurrence + "\"").collect(Collectors.joining(", "));
    }

    private JsonNode post(String what, String body) {
        var answer = api.post("/actions/" + what, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode next(RowId item) {
        return api
                .get("/items?company=" + company.code() + "&customer=C" + customer)
                .body()
                .at("/items")
                .values()
                .stream()
                .filter(each -> each.at("/id").asString().equals(item.toString()))
                .findFirst()
                .orElseThrow()
                .at("/nextAction");
    }

    private List<JsonNode> events() {
        return api
                .get("/customers/" + company.code() + "/C" + customer + "/events")
                .body()
                .at("/items")
                .values()
                .stream()
                .toList();
    }
}
