package io.encours.worklist.automatic;

import static encours.db.correspondence.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.platform.RowId;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("A8: what goes out by night, what waits for confirmation, and what is stopped")
class NightlyRunTest {

    private static final String NIGHT = "2026-11-24";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MessageDecisions decisions;

    @Autowired
    private DSLContext db;

    @Autowired
    private MovableDate movableDate;

    private AutomaticFixture story;
    private Company company;
    private SignedIn manager;
    private Api api;

    @AfterEach
    void today_is_the_usual_day() {
        movableDate.reset();
    }

    @BeforeEach
    void three_customers_of_whom_one_has_credits_and_one_no_address() {
        story = new AutomaticFixture(application, port);
        company = story.company;
        manager = story.manager;
        api = story.api;
        strategy("AUTOMATIC_AFTER_CONFIRMATION");
        take(ImportKind.CUSTOMERS, """
                code;name;email
                DUP;Dupont;compta@dupont.example
                MOR;Moreau;compta@moreau.example
                SAN;Sans adresse;
                """);
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE
                DUP;F2;2026-10-16;2026-11-16;50.00;INVOICE
                MOR;F3;2026-10-15;2026-11-15;80.00;INVOICE
                MOR;P3;2026-11-10;2026-11-10;-80.00;PAYMENT
                SAN;F4;2026-10-15;2026-11-15;70.00;INVOICE
                """);
    }

    @Test
    void five_nights_write_one_message_per_customer_and_none_to_whom_credits_cover_what_is_overdue() {
        var first = night(NIGHT);

        assertThat(first.at("/automaticActions/toConfirm").asInt()).isEqualTo(1);
        assertThat(first.at("/automaticActions/items").asInt()).isEqualTo(2);
        assertThat(first.at("/automaticActions/stopped/CUSTOMER_IN_CREDIT").asInt())
                .isEqualTo(1);
        assertThat(first.at("/automaticActions/stopped/NO_RECIPIENT").asInt()).isEqualTo(1);
        IntStream.range(0, 4)
                .forEach(again -> assertThat(
                                night(NIGHT).at("/automaticActions/toConfirm").asInt())
                        .isZero());
        assertThat(messages()).containsOnly(Map.entry("TO_CONFIRM", 1));
        assertThat(next("F1")).as("done only when confirmed").isEqualTo("MAIL");

        confirm();

        assertThat(messages()).containsOnly(Map.entry("WAITING", 1));
        assertThat(next("F1")).isEqualTo("CALL");
        assertThat(night(NIGHT).at("/automaticActions/toConfirm").asInt()).isZero();
    }

    @Test
    void two_nodes_at_once_write_one_message() {
        var runs = IntStream.range(0, 2)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> night(NIGHT)))
                .toList();

        assertThat(runs.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(run -> run.at("/automaticActions/toConfirm").asInt())
                        .sum())
                .isEqualTo(1);
        assertThat(messages()).containsOnly(Map.entry("TO_CONFIRM", 1));
    }

    @Test
    void an_automatic_message_is_done_at_once_and_undone_when_it_is_stopped_for_good() {
        strategy("AUTOMATIC");
        night(NIGHT);
        assertThat(messages()).containsOnly(Map.entry("WAITING", 1));
        assertThat(next("F1")).isEqualTo("CALL");

        decisions.cancelAll(manager, fixtures.everythingOf(company), ids());

        assertThat(next("F1")).isEqualTo("MAIL");
        assertThat(night(NIGHT).at("/automaticActions/stopped/TAKEN_OUT").asInt())
                .as("what a person stopped is not written again")
                .isEqualTo(2);
        assertThat(messages()).containsOnly(Map.entry("CANCELLED", 1));
    }

    @Test
    void a_message_that_is_no_longer_true_is_written_anew() {
        night(NIGHT);
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F2;2026-10-16;2026-11-16;20.00;INVOICE
                """);

        var second = night(NIGHT);

        assertThat(second.at("/automaticActions/withdrawn").asInt()).isEqualTo(1);
        assertThat(second.at("/automaticActions/toConfirm").asInt()).isEqualTo(1);
        assertThat(messages()).containsOnly(Map.entry("CANCELLED", 1), Map.entry("TO_CONFIRM", 1));
    }

    @Test
    void nothing_goes_out_with_an_old_ledger_or_on_a_day_off() {
        movableDate.moveTo(LocalDate.of(2026, 11, 28));
        var saturday = night("2026-11-28").at("/automaticActions/stopped");
        assertThat(saturday.at("/NOT_A_WORKING_DAY").asInt()).isEqualTo(2);
        assertThat(saturday.at("/NO_RECIPIENT").asInt())
                .as("what keeps it back on working days too is said")
                .isEqualTo(1);
        assertThat(saturday.at("/CUSTOMER_IN_CREDIT").asInt()).isEqualTo(1);
        movableDate.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(night("2026-12-02")
                        .at("/automaticActions/stopped/LEDGER_TOO_OLD")
                        .asInt())
                .isEqualTo(4);
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_night_to_come_or_long_past_is_refused_with_the_reason() {
        assertThat(refused("2026-11-25")).isEqualTo("worklist.problem.nightToCome");
        assertThat(refused("2036-01-01")).isEqualTo("worklist.problem.nightToCome");
        assertThat(refused("2026-11-16")).isEqualTo("worklist.problem.nightPast");
        assertThat(messages()).as("nothing was done").isEmpty();

        night("2026-11-22");
        night("2026-11-23");
        night("2026-11-23");

        assertThat(refused("2026-11-22")).as("a later one was done").isEqualTo("worklist.problem.nightPast");
        night("2026-11-24");
    }

    private String refused(String day) {
        var answer =
                api.post("/nightly-runs", "{\"company\": \"%s\", \"date\": \"%s\"}".formatted(company.code(), day));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("date");
        return answer.body().at("/errors/0/code").asString();
    }

    @Test
    void an_agent_does_not_run_the_night() {
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));

        assertThat(agent.post("/nightly-runs", "{\"company\": \"%s\"}".formatted(company.code()))
                        .status())
                .isEqualTo(403);
    }

    private tools.jackson.databind.JsonNode night(String day) {
        return story.run(day);
    }

    private void confirm() {
        assertThat(decisions
                        .confirmAll(manager, fixtures.everythingOf(company), ids())
                        .done())
                .hasSize(1);
    }

    private List<RowId> ids() {
        return db.selectFrom(MESSAGE)
                .where(MESSAGE.COMPANY_ID.eq(company.id()))
                .fetch(row -> new RowId(row.getCustomerId(), row.getId()));
    }

    private Map<String, Integer> messages() {
        var counts = new java.util.HashMap<String, Integer>();
        db.selectFrom(MESSAGE)
                .where(MESSAGE.COMPANY_ID.eq(company.id()))
                .forEach(row -> counts.merge(row.getState(), 1, Integer::sum));
        return counts;
    }

    private String next(String document) {
        return story.item(document).at("/nextAction/code").asString();
    }

    private void strategy(String mode) {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "%s", "perCustomer": true},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 15}
                """.formatted(mode));
    }

    private void take(ImportKind kind, String rows) {
        story.take(kind, rows);
    }
}
