package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.notice.Notices;
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

/// Today is Tuesday 24 November 2026. Items are due on 14 October: a letter for each item, then one for the customer,
/// then the formal notice.
@IntegrationTest
@DisplayName("A1, A5, S7: validating a letter makes it")
class CarryingOutTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 14);

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Planning planning;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Letters letters;

    @Autowired
    private Notices notices;

    private Company company;
    private Api api;
    private PlanFixture fixture;
    private long customer;

    @BeforeEach
    void aCustomerWithAnAddress() {
        company = fixtures.aCompany();
        SignedIn administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "18, quai",
                        "69002",
                        "Lyon",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "FR7630006000011234567890189",
                        "AGRIFRPP"));
        db.update(COMPANY_)
                .set(COMPANY_.SIREN, "732829320")
                .where(COMPANY_.ID.eq(company.id()))
                .execute();
        api = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        fixture = new PlanFixture(db, company);
        assertThat(api.put("/strategies/" + company.code() + "-S", """
                {"company": "%s", "default": true, "actions": [
                  {"code": "LET", "type": "LETTER", "delay": 2},
                  {"code": "FERME", "type": "REGISTERED_LETTER", "delay": 20, "perCustomer": true, "template": "RELANCE-2-COURRIER"},
                  {"code": "MED", "type": "REGISTERED_LETTER", "purpose": "FORMAL_NOTICE", "stage": "PRE_LITIGATION",
                   "delay": 30, "perCustomer": true}]}
                """.formatted(company.code()))
                        .status())
                .isEqualTo(201);
        customer = customer("12, rue des Écluses");
    }

    @Test
    void a_validated_letter_action_makes_the_letter_and_says_which() {
        var item = items(customer, "1200.50").getFirst();
        var done = post("/actions/" + item + "-1/validation", "{\"comment\": \"Fait\"}");

        assertThat(done.at("/nextAction/code").asString()).isEqualTo("FERME");
        assertThat(done.at("/made/kind").asString()).isEqualTo("LETTER");
        var letter = api.get("/letters/" + done.at("/made/id").asString()).body();
        assertThat(letter.at("/number").asString())
                .isEqualTo(done.at("/made/number").asString());
        assertThat(letter.at("/state").asString()).isEqualTo("WAITING");
        assertThat(letter.at("/amount").asString()).isEqualTo("1200.50");
        assertThat(letter.at("/documents").size()).isEqualTo(1);
        assertThat(done.at("/made/pdf").asString())
                .isEqualTo("/api/v1/letters/" + done.at("/made/id").asString() + "/pdf");
        assertThat(letters.pdf(fixtures.everythingOf(company), id(done.at("/made/id"))))
                .startsWith("%PDF-".getBytes(US_ASCII));
        assertThat(events())
                .extracting(event -> event.at("/type").asString())
                .containsExactly("ACTION_VALIDATED", "LETTER");
        assertThat(events().getFirst().at("/details/letter").asString())
                .isEqualTo(letter.at("/number").asString());
    }

    @Test
    void
            in_a_batch_an_action_for_the_customer_makes_one_letter_of_the_ticked_items_and_one_for_each_item_makes_several() {
        var items = items(customer, "100", "200", "300");
        var each = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(items, 1)));
        assertThat(each.at("/done").asInt()).isEqualTo(3);
        assertThat(each.at("/made").size()).isEqualTo(3);

        var together = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(items.subList(0, 2), 2)));
        assertThat(together.at("/made").size()).isEqualTo(1);
        var letter = api.get("/letters/" + together.at("/made/0/id").asString()).body();
        assertThat(letter.at("/amount").asString()).isEqualTo("300.00");
        assertThat(letter.at("/template").asString()).isEqualTo("RELANCE-2-COURRIER");
        assertThat(letter.at("/documents").size()).isEqualTo(2);
    }

    @Test
    void who_cannot_be_written_to_is_left_out_with_the_reason_and_nothing_is_recorded_for_them() {
        var nowhere = customer(null);
        var lost = items(nowhere, "70").getFirst();
        var item = items(customer, "100").getFirst();

        var alone = api.post("/actions/" + lost + "-1/validation", "{\"createLetter\": true}");
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body().at("/detail").asString()).contains("Adresse incomplète");

        var answer = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(List.of(lost, item), 1)));
        assertThat(answer.at("/done").asInt()).isEqualTo(1);
        assertThat(answer.at("/leftOut/0/item").asString()).isEqualTo(lost.toString());
        assertThat(answer.at("/leftOut/0/reason").asString()).isEqualTo("NO_ADDRESS");
        assertThat(answer.at("/leftOut/0/message").asString()).contains("Adresse incomplète");
        assertThat(events(nowhere)).isEmpty();

        var program = post("/actions/" + lost + "-1/validation", "{}");
        assertThat(program.at("/nextAction/code").asString())
                .as("a program that says nothing of letters validates all the same, and is told")
                .isEqualTo("FERME");
        assertThat(program.at("/notMade/reason").asString()).isEqualTo("NO_ADDRESS");
        api.delete("/actions/" + lost + "-1/validation");

        var onPaper = post("/actions/" + lost + "-1/validation", "{\"createLetter\": false}");
        assertThat(onPaper.at("/made").isNull()).isTrue();
        assertThat(onPaper.at("/nextAction/code").asString()).isEqualTo("FERME");
    }

    @Test
    void undoing_cancels_a_letter_that_waits_and_says_that_a_printed_one_has_gone() {
        var items = items(customer, "100", "200");
        var first = post("/actions/" + items.getFirst() + "-1/validation", "{}");
        var back = api.delete("/actions/" + items.getFirst() + "-1/validation").body();
        assertThat(back.at("/cancelled/0/id").asString())
                .isEqualTo(first.at("/made/id").asString());
        assertThat(state(first.at("/made/id").asString())).isEqualTo("CANCELLED");
        assertThat(events().getFirst().at("/items").size()).isEqualTo(1);

        var batch = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(items, 1)));
        assertThat(batch.at("/done").asInt())
                .as("a cancelled letter may be made again")
                .isEqualTo(2);
        var printed = batch.at("/made/0/id").asString();
        assertThat(api.post("/letters/print-runs", """
                        {"company": "%s", "letters": ["%s"]}""".formatted(company.code(), printed))
                        .status())
                .isEqualTo(201);
        var undone =
                api.delete("/actions/batches/" + batch.at("/batch").asString()).body();
        assertThat(undone.at("/done").asInt()).isEqualTo(2);
        assertThat(undone.at("/cancelled").size()).isEqualTo(1);
        assertThat(undone.at("/kept/0/id").asString()).isEqualTo(printed);
        assertThat(undone.at("/kept/0/reason").asString()).isEqualTo("GONE");
        assertThat(undone.at("/kept/0/message").asString()).isNotBlank();
        assertThat(state(printed)).isEqualTo("PRINTED");
    }

    @Test
    void a_letter_about_several_actions_stays_as_long_as_one_of_them_is_done() {
        var items = items(customer, "100", "200");
        post("/actions/validations", "{\"createLetter\": false, \"ids\": [%s]}".formatted(ids(items, 1)));
        var letter = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(items, 2)))
                .at("/made/0/id")
                .asString();

        var one = api.delete("/actions/" + items.getFirst() + "-2/validation").body();
        assertThat(one.at("/kept/0/reason").asString()).isEqualTo("OTHER_ACTIONS");
        assertThat(state(letter)).isEqualTo("WAITING");
        var other = api.delete("/actions/" + items.get(1) + "-2/validation").body();
        assertThat(other.at("/cancelled/0/id").asString()).isEqualTo(letter);
        assertThat(state(letter)).isEqualTo("CANCELLED");
    }

    @Test
    void a_formal_notice_is_issued_by_its_action_and_taken_back_while_it_is_not_sent() {
        var items = items(customer, "1000", "2000");
        post("/actions/validations", "{\"createLetter\": false, \"ids\": [%s]}".formatted(ids(items, 1)));
        post("/actions/validations", "{\"createLetter\": false, \"ids\": [%s]}".formatted(ids(items, 2)));

        var batch = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(items, 3)));
        assertThat(batch.at("/made").size()).isEqualTo(1);
        assertThat(batch.at("/made/0/kind").asString()).isEqualTo("NOTICE");
        assertThat(notices.document(fixtures.everythingOf(company), id(batch.at("/made/0/id")))
                        .content())
                .startsWith("%PDF-".getBytes(US_ASCII));
        var kept = api.get("/customers/" + company.code() + "/C" + customer + "/notices")
                .body();
        assertThat(kept.at("/items/0/items").size()).isEqualTo(2);
        assertThat(kept.at("/items/0/number").asString())
                .isEqualTo(batch.at("/made/0/number").asString());

        var undone =
                api.delete("/actions/batches/" + batch.at("/batch").asString()).body();
        assertThat(undone.at("/cancelled/0/kind").asString()).isEqualTo("NOTICE");
        assertThat(api.get("/customers/" + company.code() + "/C" + customer + "/notices")
                        .body()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void of_two_people_who_validate_the_same_letters_at_once_one_makes_them() throws Exception {
        var items = items(customer, "10", "20", "30");
        var other = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        var body = "{\"ids\": [%s]}".formatted(ids(items, 1));
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Callable<JsonNode>> calls = List.of(
                    () -> api.post("/actions/validations", body).body(),
                    () -> other.post("/actions/validations", body).body());
            var made = 0;
            for (var each : people.invokeAll(calls)) {
                made += each.get().at("/made").size();
            }
            assertThat(made).isEqualTo(3);
        }
        assertThat(api.get("/letters?company=" + company.code())
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("A7: what is promised is neither reminded of nor demanded before the day is over")
    void what_is_held_gets_neither_a_letter_nor_a_notice() {
        var items = items(customer, "100", "200");
        post("/actions/" + items.getFirst() + "-1/validation", """
                {"outcome": "PROMISED", "until": "2026-12-11", "createLetter": false}""");
        var path = "/customers/" + company.code() + "/C" + customer;
        var reminder = api.post(path + "/letters", "{\"items\": [\"%s\"]}".formatted(items.getFirst()));
        assertThat(reminder.status()).isEqualTo(422);
        assertThat(reminder.body().at("/type").asString()).endsWith("refusal.NOT_CHASED");
        var overdue = api.post(path + "/letters", "{}");
        assertThat(overdue.body().at("/amount").asString()).isEqualTo("200.00");
        assertThat(api.post(path + "/notices", "{\"items\": [\"%s\"]}".formatted(items.getFirst()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_strategy_that_names_a_template_which_is_not_there_leaves_the_item_out() {
        assertThat(api.put("/strategies/" + company.code() + "-S", """
                {"company": "%s", "default": true, "actions": [
                  {"code": "LET", "type": "LETTER", "delay": 2, "template": "INCONNU"}]}
                """.formatted(company.code()))
                        .status())
                .isEqualTo(200);
        var item = items(customer, "100").getFirst();
        var answer = post("/actions/validations", "{\"ids\": [%s]}".formatted(ids(List.of(item), 1)));
        assertThat(answer.at("/batch").isNull()).isTrue();
        assertThat(answer.at("/leftOut/0/reason").asString()).isEqualTo("NO_TEMPLATE");
    }

    private long customer(@org.jspecify.annotations.Nullable String street) {
        var id = fixture.customer(null, false);
        db.update(CUSTOMER_)
                .set(CUSTOMER_.ADDRESS, street)
                .set(CUSTOMER_.POSTAL_CODE, "38000")
                .set(CUSTOMER_.CITY, street == null ? null : "Grenoble")
                .where(CUSTOMER_.ID.eq(id))
                .execute();
        return id;
    }

    private List<RowId> items(long of, String... amounts) {
        var made = new ArrayList<RowId>();
        for (var amount : amounts) {
            var item = new Item(ItemKind.INVOICE, new BigDecimal(amount), "411", false, DUE, "VIR", null, null, null);
            made.add(new RowId(of, fixture.item(of, item)));
        }
        planning.planCustomers(company.id(), List.of(of));
        return made;
    }

    private static String ids(List<RowId> items, int occurrence) {
        return items.stream().map(item -> "\"" + item + "-" + occurrence + "\"").collect(Collectors.joining(", "));
    }

    private JsonNode post(String path, String body) {
        var answer = api.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static RowId id(JsonNode id) {
        return RowId.parse(id.asString()).orElseThrow();
    }

    private String state(String letter) {
        return api.get("/letters/" + letter).body().at("/state").asString();
    }

    private List<JsonNode> events() {
        return events(customer);
    }

    private List<JsonNode> events(long of) {
        return List.copyOf(api.get("/customers/" + company.code() + "/C" + of + "/events")
                .body()
                .at("/items")
                .values());
    }
}
