package io.encours.worklist.automatic;

import static encours.db.correspondence.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.letter.PrintRuns;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.correspondence.outbox.MessageState;
import io.encours.correspondence.outbox.Messages;
import io.encours.correspondence.outbox.SendingNow;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.platform.ActionId;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import io.encours.worklist.Chasing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A8: what waited is judged again before it goes, in the morning of a working day")
class WaitingMessagesTest {

    private static final String NIGHT = "2026-11-24";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Messages messages;

    @Autowired
    private MessageDecisions decisions;

    @Autowired
    private Letters letters;

    @Autowired
    private PrintRuns printRuns;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ContactMarks marks;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Companies companies;

    @Autowired
    private Chasing chasing;

    @Autowired
    private MovableDate dates;

    @Autowired
    private DSLContext db;

    @Autowired
    private ApplicationContext application;

    private final GreenMail mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private AutomaticFixture story;
    private Company company;
    private SignedIn manager;
    private Api api;
    private SendingNow sending;

    @BeforeEach
    void a_customer_who_owes_two_invoices() {
        mailbox.start();
        story = new AutomaticFixture(application, port);
        company = story.company;
        manager = story.manager;
        api = story.api;
        sending = new SendingNow(
                application,
                company.id(),
                "smtp://127.0.0.1:" + mailbox.getSmtp().getPort());
        strategy("EMAIL", "AUTOMATIC");
        take(ImportKind.CUSTOMERS, """
                code;name;email;address;postalCode;city
                DUP;Dupont;Compta@dupont.example;1 rue;75001;Paris
                """);
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE
                DUP;F2;2026-10-16;2026-11-16;50.00;INVOICE
                """);
    }

    @AfterEach
    void close() {
        dates.reset();
        mailbox.stop();
    }

    /// What happens between writing and sending, and what is said of it.
    static Stream<Arguments> whatHappens() {
        return Stream.of(
                happens(
                        "the amount changed",
                        "AMOUNT_CHANGED",
                        test -> test.items("DUP;F2;2026-10-16;2026-11-16;20.00;INVOICE")),
                happens("an invoice was paid", "PAID_SINCE", test -> test.take(ImportKind.PAYMENTS, """
                        customer;date;amount;document
                        DUP;2026-11-23;50.00;F2
                        """)),
                happens(
                        "credits cover what is overdue",
                        "CUSTOMER_IN_CREDIT",
                        test -> test.items("DUP;P1;2026-11-23;2026-11-23;-150.00;PAYMENT")),
                happens(
                        "a debit was presented",
                        "NOT_CHASED",
                        test -> assertThat(test.api
                                        .post(
                                                "/items/" + test.item("F1", "id") + "/direct-debit",
                                                "{\"presented\": \"2026-11-23\"}")
                                        .status())
                                .isEqualTo(200)),
                happens("the address came back", "CONTACT_BOUNCED", test -> test.mark(ContactMark.Reason.BOUNCED)),
                happens("the floor was raised", "BELOW_FLOOR", test -> test.settings("{\"floor\": \"500\"}")),
                happens("the ledger grew old", "LEDGER_TOO_OLD", test -> test.ledgerKnownOn("2026-11-01")));
    }

    private static Arguments happens(String what, String reason, Consumer<WaitingMessagesTest> doing) {
        return Arguments.argumentSet(what, reason, doing);
    }

    @ParameterizedTest
    @MethodSource("whatHappens")
    void what_is_no_longer_so_is_taken_back_instead_of_sent(String reason, Consumer<WaitingMessagesTest> happening) {
        night();
        happening.accept(this);

        assertThat(sending.at(due())).isZero();

        assertThat(mailbox.getReceivedMessages()).isEmpty();
        assertThat(message().state())
                .isInstanceOfSatisfying(
                        MessageState.Cancelled.class,
                        cancelled -> assertThat(cancelled.because()).isEqualTo("worklist.guard." + reason));
        assertThat(db.fetchOne(
                                "select count(*) from worklist.done_action where company_id = ? and undone_at is null",
                                company.id())
                        .get(0, Integer.class))
                .as("the step is not done")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("whatHappens")
    void what_is_no_longer_so_is_not_confirmed(String reason, Consumer<WaitingMessagesTest> happening) {
        strategy("EMAIL", "AUTOMATIC_AFTER_CONFIRMATION");
        night();
        happening.accept(this);
        var id = message().id();

        assertThatThrownBy(() -> decisions.confirm(manager, fixtures.everythingOf(company), id))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code())
                                .isIn("worklist.guard." + reason, "worklist.guard.DECIDED_SINCE"));
        var batch = decisions.confirmAll(manager, fixtures.everythingOf(company), List.of(id));

        assertThat(batch.done()).isEmpty();
        assertThat(batch.leftOut())
                .extracting(MessageDecisions.LeftOut::code)
                .first()
                .asString()
                .isIn(reason, "DECIDED_SINCE");
        assertThat(message().state().name())
                .isEqualTo(
                        reason.equals("LEDGER_TOO_OLD") ? MessageState.Name.TO_CONFIRM : MessageState.Name.CANCELLED);
    }

    @Test
    void what_was_taken_back_is_written_anew_with_what_is_owed_now() throws Exception {
        night();
        items("DUP;F2;2026-10-16;2026-11-16;20.00;INVOICE");
        sending.at(due());

        assertThat(night().at("/automaticActions/sent").asInt()).isEqualTo(1);
        assertThat(sending.at(due())).isEqualTo(1);

        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(message().amount()).isEqualByComparingTo("120");
        assertThat(item("F1", "nextAction/code")).isEqualTo("CALL");
    }

    @Test
    void a_promise_on_the_telephone_keeps_the_message_of_the_night_back() {
        night();
        var call = item("F1", "nextAction/id");
        assertThat(api.post("/actions/" + call + "/validation", """
                {"outcome": "PROMISED", "until": "2026-11-30"}
                """).status()).isEqualTo(200);

        assertThat(sending.at(due())).isZero();

        assertThat(message().state()).isInstanceOf(MessageState.Cancelled.class);
    }

    @Test
    void what_a_person_undid_does_not_go_and_is_not_written_again_by_itself() {
        night();
        var action = db.fetchOne("""
                        select customer_id, item_id, occurrence from worklist.done_action
                        where company_id = ? order by item_id limit 1
                        """, company.id())
                .map(row -> new ActionId(
                        new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class)));
        assertThat(api.delete("/actions/" + action + "/validation").status()).isEqualTo(200);

        assertThat(sending.at(due())).isZero();

        assertThat(message().state()).isInstanceOf(MessageState.Cancelled.class);
        assertThat(night().at("/automaticActions/stopped/TAKEN_OUT").asInt()).isEqualTo(1);
        assertThat(message().amount()).as("the other invoice alone").isEqualByComparingTo("50");
    }

    @Test
    void a_mark_on_the_address_keeps_the_night_from_writing() {
        mark(ContactMark.Reason.OPTED_OUT);

        assertThat(night().at("/automaticActions/stopped/CONTACT_OPTED_OUT").asInt())
                .isEqualTo(2);
        assertThat(messages.list(fixtures.everythingOf(company), Message.Filter.ALL, new Paging(10, null))
                        .items())
                .isEmpty();
    }

    @Test
    void a_missing_template_leaves_out_its_own_customers_only() {
        take(ImportKind.CUSTOMERS, """
                code;name;email
                MOR;Moreau;compta@moreau.example
                """);
        items("MOR;G1;2026-09-15;2026-10-15;70.00;INVOICE");
        var strategy = "S-" + company.code();
        assertThat(api.put("/strategies/" + strategy, """
                {"company": "%s", "default": true, "actions": [
                  {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC", "perCustomer": true},
                  {"code": "FIRM", "label": "Ferme", "type": "EMAIL", "delay": 30, "mode": "AUTOMATIC", "perCustomer": true}]}
                """.formatted(company.code()))
                        .status())
                .isEqualTo(200);
        db.execute("""
                update strategy.strategy_action a set template = 'GONE' from strategy.strategy s
                where s.id = a.strategy_id and s.code = ? and a.code = 'FIRM'
                """, strategy);

        var night = night();

        assertThat(night.at("/automaticActions/stopped/NO_TEMPLATE").asInt()).isEqualTo(1);
        assertThat(night.at("/automaticActions/sent").asInt()).isEqualTo(1);
        assertThat(night.at("/automaticActions/failed").asInt()).isZero();
    }

    @ParameterizedTest(name = "{0} in {2} waits until {1}")
    @CsvSource({
        "2026-11-24T02:10, 2026-11-24T09:00, Europe/Paris", // a Tuesday
        "2026-11-24T10:30, 2026-11-24T10:30, Europe/Paris",
        "2026-11-24T18:00, 2026-11-25T09:00, Europe/Paris",
        "2026-11-27T19:00, 2026-11-30T09:00, Europe/Paris", // a Friday
        "2026-12-25T10:00, 2026-12-28T09:00, Europe/Paris",
        "2026-11-24T08:30, 2026-11-24T09:00, America/Martinique",
        "2026-11-24T10:30, 2026-11-24T10:30, Pacific/Noumea",
        "2026-11-27T19:00, 2026-11-30T09:00, Pacific/Noumea"
    })
    @DisplayName("A8, A9: in the morning of a working day, as the company's own clock has it")
    void what_goes_by_itself_waits_for_the_morning_of_a_working_day(
            LocalDateTime moment, LocalDateTime goes, ZoneId zone) {
        in(zone);
        dates.moveTo(moment.toLocalDate());

        assertThat(hours(moment.atZone(zone).toInstant())
                        .earliest(company.id(), moment.atZone(zone).toInstant()))
                .isEqualTo(goes.atZone(zone).toInstant());
    }

    @ParameterizedTest(name = "fixed to {0}, at {1}: {2}")
    @CsvSource({
        "2026-11-24, 2026-12-26T10:30, 2026-12-26T10:30", // a Tuesday, fixed; a Saturday on the wall
        "2026-11-24, 2026-12-26T07:00, 2026-12-26T09:00",
        "2026-11-24, 2026-12-26T19:00, 2026-12-27T09:00", // the day after a Tuesday is a working day
        "2026-11-28, 2026-12-22T10:30, 2026-12-24T09:00", // a Saturday, fixed; a Tuesday on the wall
    })
    @DisplayName("A9: where the business date is fixed, it says which day is a working day, and the clock the hour")
    void a_fixed_date_fixes_the_working_day(LocalDate fixed, LocalDateTime moment, LocalDateTime goes) {
        dates.moveTo(fixed);

        assertThat(hours(paris(moment)).earliest(company.id(), paris(moment))).isEqualTo(paris(goes));
    }

    @Test
    @DisplayName("A8: of two who save the settings of chasing at once one wins and the other is told")
    void settings_saved_twice_at_once() {
        var path = "/companies/" + company.code() + "/chasing-settings";
        var version = api.get(path).body().at("/version").asInt();

        var answers = Stream.of("3", "9")
                .map(spacing -> CompletableFuture.supplyAsync(
                        () -> api.put(path, "{\"spacing\": \"%s\", \"version\": %d}".formatted(spacing, version))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        var won = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(api.get(path).body()).isEqualTo(won);
        assertThat(won.at("/version").asInt()).isEqualTo(version + 1);
        settings("{\"spacing\": \"4\", \"version\": %d}".formatted(version + 1));
        settings("{\"spacing\": \"5\"}");
    }

    private SendingHours hours(Instant now) {
        return new SendingHours(workingDays, companies, chasing, dates, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void in(ZoneId zone) {
        db.execute("update company.company set time_zone = ? where id = ?", zone.getId(), company.id());
    }

    @Test
    void a_message_that_was_delayed_into_the_night_waits_for_the_next_morning() throws Exception {
        night();
        var evening = due().atZone(company.zone()).withHour(23).toInstant();

        assertThat(sending.at(evening)).isZero();

        assertThat(due().atZone(company.zone()).getHour()).isEqualTo(9);
        assertThat(due()).isAfter(evening);
        assertThat(sending.at(due())).isEqualTo(1);
        assertThat(mailbox.getReceivedMessages()[0].getSubject()).isNotEmpty();
    }

    @Test
    void what_a_person_confirms_goes_at_any_hour() {
        strategy("EMAIL", "AUTOMATIC_AFTER_CONFIRMATION");
        night();
        decisions.confirm(manager, fixtures.everythingOf(company), message().id());

        assertThat(due()).isBefore(Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(sending.at(
                        due().atZone(company.zone()).withHour(23).plusDays(1).toInstant()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A1: an automatic letter is made in the night and waits for a print run, once")
    void letters_are_made_by_night() {
        strategy("LETTER", "AUTOMATIC");

        assertThat(night().at("/automaticActions/sent").asInt()).isEqualTo(1);
        assertThat(night().at("/automaticActions/sent").asInt()).isZero();
        assertThat(waitingLetters()).hasSize(1);
        assertThat(item("F1", "nextAction/code")).isEqualTo("CALL");

        items("DUP;F2;2026-10-16;2026-11-16;20.00;INVOICE");
        assertThat(night().at("/automaticActions/withdrawn").asInt()).isEqualTo(1);
        assertThat(waitingLetters())
                .extracting(Letter::amount)
                .first()
                .asString()
                .startsWith("120");

        letters.cancel(
                manager,
                fixtures.everythingOf(company),
                waitingLetters().getFirst().id());
        assertThat(item("F1", "nextAction/code")).isEqualTo("MAIL");
        assertThat(night().at("/automaticActions/stopped/TAKEN_OUT").asInt()).isEqualTo(2);
        assertThat(waitingLetters()).isEmpty();
    }

    /// What happens between making and printing, and what is said of it.
    static Stream<Arguments> whatHappensToLetters() {
        return whatHappens()
                .filter(each -> !List.of("CONTACT_BOUNCED", "LEDGER_TOO_OLD").contains(each.get()[0]));
    }

    @ParameterizedTest
    @MethodSource("whatHappensToLetters")
    void a_letter_that_is_no_longer_so_is_taken_back_instead_of_printed(
            String reason, Consumer<WaitingMessagesTest> happening) {
        strategy("LETTER", "AUTOMATIC");
        night();
        happening.accept(this);
        var letter = waitingLetters().getFirst().id();

        var printed = printRuns.print(manager, fixtures.everythingOf(company), company.code(), null);

        assertThat(printed.run()).isEmpty();
        assertThat(printed.leftOut()).extracting(PrintRuns.LeftOut::code).containsExactly(reason);
        assertThat(letters.get(fixtures.everythingOf(company), letter).state())
                .isInstanceOf(Letter.State.Cancelled.class);
        assertThat(night().at("/automaticActions/stopped/TAKEN_OUT").asInt())
                .as("Encours itself took it back")
                .isZero();
    }

    @Test
    void of_letters_that_wait_those_that_are_still_so_are_printed_and_the_others_named() {
        strategy("LETTER", "AUTOMATIC");
        take(ImportKind.CUSTOMERS, """
                code;name;address;postalCode;city
                MOR;Moreau;2 rue;69001;Lyon
                """);
        items("MOR;G1;2026-10-15;2026-11-15;70.00;INVOICE");
        night();
        items("DUP;F2;2026-10-16;2026-11-16;20.00;INVOICE");

        var run = api.post("/letters/print-runs", "{\"company\": \"%s\"}".formatted(company.code()));

        assertThat(run.status()).as("%s", run.body()).isEqualTo(201);
        assertThat(run.body().at("/letters").asInt()).isEqualTo(1);
        assertThat(run.body().at("/leftOut/0/customer").asString()).isEqualTo("DUP");
        assertThat(run.body().at("/leftOut/0/reason").asString()).isEqualTo("AMOUNT_CHANGED");
        assertThat(waitingLetters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, message", "LETTER, letter"})
    void who_stops_locks_the_plan_before_the_message_as_the_sender_does(String type, String table) throws Exception {
        strategy(type, "AUTOMATIC");
        night();
        var everything = fixtures.everythingOf(company);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var stopped = transaction.execute(status -> {
                db.execute("select from worklist.planned_action where company_id = ? for update", company.id());
                var stopping = threads.submit(() -> type.equals("LETTER")
                        ? letters.cancel(
                                        manager,
                                        everything,
                                        waitingLetters().getFirst().id())
                                .id()
                        : decisions.cancel(manager, everything, message().id()).id());
                awaitWaiting();
                assertThat(db.fetch(
                                "select id from correspondence." + table + " where company_id = ? for update nowait",
                                company.id()))
                        .as("nobody holds it yet")
                        .hasSize(1);
                return stopping;
            });
            assertThat(stopped.get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    /// Until somebody waits for what this transaction has locked.
    private void awaitWaiting() {
        for (var tries = 0; tries < 100_000; tries++) {
            if (db.fetchSingle("""
                    select exists (select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid)
                    """).get(0, Boolean.class)) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private List<Letter> waitingLetters() {
        return letters.list(
                        fixtures.everythingOf(company),
                        new Letter.Filter(company.code(), null, Letter.Name.WAITING),
                        new Paging(10, null))
                .items();
    }

    private Instant paris(LocalDateTime time) {
        return time.atZone(company.zone()).toInstant();
    }

    /// The latest message.
    private Message message() {
        return messages.list(fixtures.everythingOf(company), Message.Filter.ALL, new Paging(10, null))
                .items()
                .getFirst();
    }

    private Instant due() {
        return db.select(MESSAGE.DUE_AT)
                .from(MESSAGE)
                .where(MESSAGE.COMPANY_ID.eq(company.id()))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchSingle(MESSAGE.DUE_AT)
                .toInstant();
    }

    private void mark(ContactMark.Reason reason) {
        marks.mark(List.of(company.id()), ContactMark.Kind.EMAIL, "compta@dupont.example", reason, "", null);
    }

    private void ledgerKnownOn(String day) {
        db.execute(
                "update receivable.ledger_known set known_on = cast(? as date) where company_id = ?",
                day,
                company.id());
    }

    private void settings(String body) {
        assertThat(api.put("/companies/" + company.code() + "/chasing-settings", body)
                        .status())
                .isEqualTo(200);
    }

    private tools.jackson.databind.JsonNode night() {
        return story.run(NIGHT);
    }

    private String item(String document, String field) {
        return story.item(document).at("/" + field).asString();
    }

    private void strategy(String type, String mode) {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "%s", "delay": 5, "mode": "%s", "perCustomer": true},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 15}
                """.formatted(type, mode));
    }

    private void items(String row) {
        story.items(row + ";");
    }

    private void take(ImportKind kind, String rows) {
        story.take(kind, rows);
    }
}
