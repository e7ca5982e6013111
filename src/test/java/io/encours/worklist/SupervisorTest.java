package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.receivable.ItemKind;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Today is 24 November 2026. One action on the day after the due date (phone for VIR, SMS for CB).
///
/// Alpha (agent): VIR 100 due 10 November, CB 200 due 27 November, a credit of −30. Beta (agent): VIR 1000 due 20
/// November.
/// Gamma (another agent): CB 500 due 1 November. Delta (agent): a credit of −70 and no action.
@IntegrationTest
@DisplayName("S1–S4: the supervisor")
class SupervisorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Planning planning;

    private Company company;
    private PlanFixture fixture;
    private SignedIn agent;
    private SignedIn other;
    private Api manager;
    private Api own;

    @BeforeEach
    void aSmallPortfolio() {
        company = fixtures.aCompany();
        fixture = new PlanFixture(db, company);
        agent = fixtures.anAgent(company);
        other = fixtures.anAgent(company);
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        own = new Api(port, fixtures.tokenOf(agent));
        manager.put("/strategies/" + company.code() + "-S", """
                {"company": "%s", "default": true, "actions": [
                  {"code": "TEL", "label": "Appel", "type": "PHONE", "delay": 1, "paymentMethod": "VIR"},
                  {"code": "SMS", "label": "Message", "type": "SMS", "delay": 1, "paymentMethod": "CB", "stage": "PRE_LITIGATION"}]}
                """.formatted(company.code()));
        var alpha = customer("Alpha", agent);
        item(alpha, ItemKind.INVOICE, "100", "2026-11-10", "VIR");
        item(alpha, ItemKind.INVOICE, "200", "2026-11-27", "CB");
        item(alpha, ItemKind.CREDIT_NOTE, "-30", "2026-11-12", null);
        var beta = customer("Béta", agent);
        item(beta, ItemKind.INVOICE, "1000", "2026-11-20", "VIR");
        var gamma = customer("Gamma", other);
        item(gamma, ItemKind.INVOICE, "500", "2026-11-01", "CB");
        var delta = customer("Delta", agent);
        item(delta, ItemKind.CREDIT_NOTE, "-70", "2026-11-12", null);
        planning.planCustomers(company.id(), List.of(alpha, beta, gamma, delta));
    }

    @ParameterizedTest
    @EnumSource(Presentation.class)
    void groups_of_every_presentation_add_up_to_the_totals(Presentation presentation) {
        var list = manager.get("/actions?presentation=" + presentation).body();

        assertThat(list.at("/count").asInt()).isEqualTo(4);
        assertThat(list.at("/total").asString()).isEqualTo("1770.00");
        assertThat(list.at("/late").asInt()).isEqualTo(3);
        assertThat(list.at("/next").isNull()).isTrue();
        assertThat(sum(list.at("/groups"), "/count")).isEqualByComparingTo("4");
        assertThat(sum(list.at("/groups"), "/total")).isEqualByComparingTo("1770");
        for (var group : list.at("/groups").values()) {
            var rows = manager.get("/actions?presentation=" + presentation + "&group="
                            + group.at("/key").asString())
                    .body();
            assertThat(rows.at("/total")).isEqualTo(group.at("/total"));
            assertThat(rows.at("/count")).isEqualTo(group.at("/count"));
            assertThat(sum(rows.at("/items"), "/remaining"))
                    .isEqualByComparingTo(group.at("/total").asString());
            assertThat(rows.at("/items").size()).isEqualTo(group.at("/lines").asInt());
            if (presentation.isNested()) {
                assertThat(sum(group.at("/groups"), "/total"))
                        .isEqualByComparingTo(group.at("/total").asString());
                assertThat(sum(group.at("/groups"), "/count"))
                        .isEqualByComparingTo(group.at("/count").asString());
                var inside = manager.get("/actions?presentation=" + presentation + "&parent="
                        + group.at("/key").asString());
                assertThat(inside.body().at("/groups")).isEqualTo(group.at("/groups"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CUSTOMER          | Alpha Béta Gamma
                    CUSTOMER_ACTION   | Alpha Béta Gamma
                    CUSTOMER_DUE_DATE | Alpha Béta Gamma
                    ACTION            | Appel Message -
                    ACTION_CUSTOMER   | Appel Message -
                    ACTION_DUE_DATE   | Appel Message -
                    """)
    void customers_come_by_name_and_actions_in_sequence(Presentation presentation, String labels) {
        var groups = manager.get("/actions?presentation=" + presentation).body().at("/groups");

        assertThat(String.join(" ", texts(groups, "/label")).replace("Sans action", "-"))
                .isEqualTo(labels);
    }

    @Test
    @DisplayName("S4: red, blue and black; a credit is listed and netted, not counted as an action")
    void lines_of_a_customer_with_their_colours() {
        var key = manager.get("/actions").body().at("/groups/0/key").asString();
        var rows = manager.get("/actions?presentation=CUSTOMER_DUE_DATE&group=" + key)
                .body();

        assertThat(texts(rows.at("/items"), "/dueDate")).containsExactly("2026-11-10", "2026-11-12", "2026-11-27");
        assertThat(texts(rows.at("/items"), "/colour")).containsExactly("BLACK", "RED", "BLUE");
        assertThat(rows.at("/items/0/daysLate").asInt()).isEqualTo(14);
        assertThat(rows.at("/items/0/nextAction/late").asBoolean()).isTrue();
        assertThat(rows.at("/items/2/nextAction/late").asBoolean()).isFalse();
        assertThat(rows.at("/items/1/nextAction").isNull()).isTrue();
        assertThat(rows.at("/count").asInt()).isEqualTo(2);
        assertThat(rows.at("/total").asString()).isEqualTo("270.00");
    }

    @ParameterizedTest(name = "{0}: {1} actions, {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    company=none                            | 0 |
                    agent=nobody                            | 0 |
                    customer=BETA                           | 1 | 1000.00
                    customer=a                              | 4 | 1770.00
                    controlAccount=413                      | 0 |
                    amountFrom=500                          | 2 | 1500.00
                    amountFrom=150&amountTo=500             | 2 | 700.00
                    dueTo=2026-11-12                        | 2 | 570.00
                    dueFrom=2026-11-12                      | 2 | 1170.00
                    actionTo=2026-11-24                     | 3 | 1570.00
                    actionFrom=2026-11-25                   | 1 | 170.00
                    type=PHONE                              | 2 | 1070.00
                    type=PHONE&type=SMS                     | 4 | 1770.00
                    stage=PRE_LITIGATION                    | 2 | 670.00
                    """)
    void filters_pick_actions_and_with_them_the_credits_of_their_customers(String query, int count, String total) {
        for (var presentation : Presentation.values()) {
            var list = manager.get("/actions?presentation=" + presentation + "&" + query)
                    .body();
            assertThat(list.at("/count").asInt()).isEqualTo(count);
            assertThat(list.at("/total").isNull() ? null : list.at("/total").asString())
                    .isEqualTo(total);
            assertThat(sum(list.at("/groups"), "/count")).isEqualByComparingTo(String.valueOf(count));
            assertThat(sum(list.at("/groups"), "/total")).isEqualByComparingTo(total == null ? "0" : total);
        }
        assertThat(manager.get("/actions?dueTo=yesterday").status()).isEqualTo(400);
        assertThat(manager.get("/actions?presentation=PIE").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("S2: an agent sees only the own ones, by every way in; a manager filters by agent")
    void an_agent_gets_nothing_of_another_agent() {
        var gamma = manager.get("/actions?agent=" + other.login()).body();
        assertThat(texts(gamma.at("/groups"), "/label")).containsExactly("Gamma");
        var key = gamma.at("/groups/0/key").asString();

        for (var presentation : Presentation.values()) {
            assertThat(own.get("/actions?presentation=" + presentation)
                            .body()
                            .at("/count")
                            .asInt())
                    .isEqualTo(3);
            assertThat(own.get("/actions?presentation=" + presentation).body().toString())
                    .doesNotContain("Gamma");
            assertThat(own.get("/actions?presentation=" + presentation + "&agent=" + other.login())
                            .body()
                            .at("/groups")
                            .size())
                    .isZero();
        }
        assertThat(own.get("/actions?group=" + key).body().at("/items").size()).isZero();
        assertThat(own.get("/actions?presentation=ACTION&group=SMS")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        var accountant =
                new Api(port, fixtures.tokenOf(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company)));
        assertThat(accountant.get("/actions").status()).isEqualTo(403);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        for (var presentation : Presentation.values()) {
            var seen = new ArrayList<String>();
            for (var group : pages("/actions?presentation=" + presentation + "&limit=1", "/groups")) {
                var key = group.at("/key").asString();
                pages("/actions?presentation=" + presentation + "&limit=1&group=" + key, "/items")
                        .forEach(row -> seen.add(row.at("/id").asString()));
            }
            assertThat(seen).as("%s", presentation).hasSize(5).doesNotHaveDuplicates();
        }
        assertThat(manager.get("/actions?cursor=nonsense").status()).isEqualTo(400);
    }

    private List<JsonNode> pages(String path, String list) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = manager.get(path + cursor).body();
            page.at(list).values().forEach(all::add);
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private long customer(String name, SignedIn agentOf) {
        var id = fixture.customer(null, false);
        fixture.assign(id, agentOf);
        db.execute("update customer.customer set name = ? where id = ?", name, id);
        return id;
    }

    private void item(
            long customer, ItemKind kind, String amount, String due, @org.jspecify.annotations.Nullable String method) {
        fixture.item(
                customer,
                new Item(kind, new BigDecimal(amount), "411", false, LocalDate.parse(due), method, null, null, null));
    }

    private static BigDecimal sum(JsonNode list, String field) {
        return list.values().stream()
                .map(each -> new BigDecimal(each.at(field).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.values().stream().map(each -> each.at(field).asString()).toList();
    }
}
