package io.encours.worklist.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.encours.correspondence.outbox.SendingNow;
import io.encours.importing.ImportKind;
import io.encours.platform.RowId;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import io.encours.worklist.MissedSteps;
import jakarta.mail.Message;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("Stories of automatic actions, day by day")
class AutomaticStoriesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private MovableDate dates;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MissedSteps missed;

    private final GreenMail mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private AutomaticFixture story;
    private SendingNow sending;

    @BeforeEach
    void a_company() {
        mailbox.start();
        story = new AutomaticFixture(application, port);
        sending = new SendingNow(
                application,
                story.company.id(),
                "smtp://127.0.0.1:" + mailbox.getSmtp().getPort());
    }

    @AfterEach
    void today() {
        dates.reset();
        mailbox.stop();
    }

    @Test
    @DisplayName(
            "A3, A7: a debit is announced 5 days before, rejected, called about 3 days after; the promise holds it and"
                    + " when its day is over the item comes back")
    void a_debit_from_its_announcement_to_the_broken_promise() throws Exception {
        story.strategy("""
                {"code": "ANN", "label": "Annonce", "type": "EMAIL", "purpose": "ANNOUNCEMENT", "delay": -5,
                 "paymentMethod": "Prélèvement", "mode": "AUTOMATIC"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 3, "anchor": "PRESENTATION_DATE",
                 "condition": "DIRECT_DEBIT_REJECTED"},
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 10, "mode": "AUTOMATIC"}
                """)
                .take(ImportKind.CUSTOMERS, """
                        code;name;email
                        DUP;Dupont;compta@dupont.example
                        """)
                .items("DUP;F1;2026-11-20;2026-12-01;900.00;INVOICE;Prélèvement");

        story.night("2026-11-25");
        assertThat(story.item("F1").at("/nextAction/date").asString()).isEqualTo("2026-11-26");
        assertThat(story.night("2026-11-26").at("/automaticActions/sent").asInt())
                .isEqualTo(1);
        assertThat(sending.at(story.due())).isEqualTo(1);
        assertThat(mailbox.getReceivedMessages()).hasSize(1);

        story.on("2026-12-01");
        debit("{\"presented\": \"2026-12-01\"}");
        assertThat(story.night("2026-12-03").at("/automaticActions/sent").asInt())
                .isZero();
        debit("{\"rejected\": \"2026-12-03\", \"reason\": \"AM04\"}");
        story.on("2026-12-04");
        assertThat(story.item("F1").at("/nextAction/code").asString()).isEqualTo("CALL");
        assertThat(story.item("F1").at("/nextAction/date").asString()).isEqualTo("2026-12-04");

        var call = story.item("F1").at("/nextAction/id").asString();
        assertThat(story.api.post("/actions/" + call + "/validation", """
                                {"outcome": "PROMISED", "until": "2026-12-15", "comment": "promet 900 €"}
                                """).status())
                .isEqualTo(200);
        assertThat(story.item("F1").at("/nextAction/heldUntil").asString()).isEqualTo("2026-12-15");
        assertThat(story.night("2026-12-14").at("/automaticActions/sent").asInt())
                .isZero();

        assertThat(story.night("2026-12-16").at("/automaticActions/sent").asInt())
                .as("not paid: it comes back by itself")
                .isEqualTo(1);
        assertThat(sending.at(story.due())).isEqualTo(1);
        assertThat(mailbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    @DisplayName("A9: what falls on a holiday goes on the next working day, and keeps its date in theory")
    void a_holiday_shifts() {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC"}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email
                        DUP;Dupont;compta@dupont.example
                        """).items("DUP;F1;2026-11-20;2026-12-20;900.00;INVOICE;");

        assertThat(story.night("2026-12-25").at("/automaticActions/sent").asInt())
                .isZero();
        assertThat(story.item("F1").at("/nextAction/theoreticalDate").asString())
                .isEqualTo("2026-12-25");
        assertThat(story.item("F1").at("/nextAction/date").asString()).isEqualTo("2026-12-28");
        assertThat(story.night("2026-12-28").at("/automaticActions/sent").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A5b: an old ledger taken over begins at the latest step, says what is not replayed, and does not bunch")
    void a_late_take_over_does_not_bunch() {
        story.strategy("""
                {"code": "M1", "label": "Première", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC"},
                {"code": "M2", "label": "Deuxième", "type": "EMAIL", "delay": 15, "mode": "AUTOMATIC"},
                {"code": "M3", "label": "Troisième", "type": "EMAIL", "delay": 30, "mode": "AUTOMATIC"},
                {"code": "PRE", "label": "Avant contentieux", "type": "EMAIL", "delay": 45, "mode": "AUTOMATIC",
                 "stage": "PRE_LITIGATION"}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email
                        DUP;Dupont;compta@dupont.example
                        """).items("DUP;F1;2026-07-01;2026-08-01;900.00;INVOICE;");

        assertThat(story.item("F1").at("/nextAction/code").asString()).isEqualTo("M3");
        var id = RowId.parse(story.item("F1").at("/id").asString()).orElseThrow();
        assertThat(missed.of(fixtures.everythingOf(story.company), id))
                .extracting(MissedSteps.Missed::code)
                .containsExactly("M1", "M2");

        assertThat(story.night("2026-11-24").at("/automaticActions/sent").asInt())
                .isEqualTo(1);
        assertThat(missed.of(fixtures.everythingOf(story.company), id))
                .as("also when the sequence has gone on")
                .extracting(MissedSteps.Missed::seenOn)
                .containsExactly(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24));
        assertThat(Stream.of("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27")
                        .mapToInt(day ->
                                story.night(day).at("/automaticActions/sent").asInt())
                        .sum())
                .as("not within five days")
                .isZero();
        assertThat(story.item("F1").at("/nextAction/date").asString()).isEqualTo("2026-11-30");
        assertThat(story.night("2026-11-30").at("/automaticActions/sent").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A8: confirming the recap sends one e-mail per customer, none to one whose credits cover what is overdue,"
                    + " none twice after five nights; what was kept back says why")
    void the_recap_is_confirmed() throws Exception {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "perCustomer": true,
                 "mode": "AUTOMATIC_AFTER_CONFIRMATION"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 60}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email
                        DUP;Dupont;compta@dupont.example
                        MOR;Moreau;compta@moreau.example
                        CRE;Créditeur;compta@cred.example
                        """).items("""
                        DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE;
                        DUP;F2;2026-10-16;2026-11-16;50.00;INVOICE;
                        MOR;F3;2026-10-15;2026-11-15;80.00;INVOICE;
                        CRE;F4;2026-10-15;2026-11-15;70.00;INVOICE;
                        CRE;P4;2026-11-10;2026-11-10;-70.00;PAYMENT;
                        """);
        for (var night = 0; night < 5; night++) {
            story.night("2026-11-24");
        }
        var path = "/automatic-runs/" + story.company.code() + "/2026-11-24";

        var recap = story.api.get(path).body();
        assertThat(recap.at("/actions/0/counts/TO_CONFIRM").asInt()).isEqualTo(2);
        assertThat(recap.at("/actions/0/amount").asString()).isEqualTo("230.00");
        assertThat(recap.at("/stopped/0/reason").asString()).isEqualTo("CUSTOMER_IN_CREDIT");
        assertThat(recap.at("/stopped/0/items/0/document").asString()).isEqualTo("F4");
        assertThat(story.item("F4").at("/stoppedBy").asString()).isEqualTo("CUSTOMER_IN_CREDIT");
        assertThat(story.item("F1").at("/stoppedBy").isNull()).isTrue();

        assertThat(story.api
                        .post(path + "/confirmation", "{}")
                        .body()
                        .at("/done")
                        .asInt())
                .isEqualTo(2);
        for (var night = 0; night < 5; night++) {
            story.night("2026-11-24");
        }
        assertThat(sending.at(story.due())).isEqualTo(2);

        assertThat(mailbox.getReceivedMessages())
                .extracting(message -> message.getRecipients(Message.RecipientType.TO)[0].toString())
                .containsExactlyInAnyOrder("compta@dupont.example", "compta@moreau.example");
        assertThat(story.api
                        .get("/automatic-runs?company=" + story.company.code())
                        .body()
                        .at("/items/0/messages")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("S2: an agent sees, confirms and stops what is written to their own customers, in counts too")
    void an_agent_has_their_own_part_of_the_recap() {
        var agent = fixtures.anAgent(story.company);
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 60}
                """)
                .take(ImportKind.CUSTOMERS, """
                        code;name;email;agent
                        DUP;Dupont;compta@dupont.example;%s
                        MOR;Moreau;compta@moreau.example;
                        SAN;Sans adresse;;
                        """.formatted(agent.login()))
                .items("""
                        DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE;
                        MOR;F3;2026-10-15;2026-11-15;80.00;INVOICE;
                        SAN;F4;2026-10-15;2026-11-15;70.00;INVOICE;
                        """);
        story.night("2026-11-24");
        var api = new io.encours.testing.Api(port, fixtures.tokenOf(agent));
        var path = "/automatic-runs/" + story.company.code() + "/2026-11-24";

        var recap = api.get(path).body();
        assertThat(recap.at("/actions/0/counts/LEAVING").asInt()).isEqualTo(1);
        assertThat(recap.at("/actions/0/messages/0/goesAt").asString()).isNotEmpty();
        assertThat(recap.at("/stopped").size()).isZero();
        assertThat(api.get("/automatic-runs?company=" + story.company.code())
                        .body()
                        .at("/items/0/leaving")
                        .asInt())
                .isEqualTo(1);

        assertThat(api.post(path + "/cancellation", "{}").body().at("/done").asInt())
                .isEqualTo(1);
        assertThat(story.api.get(path).body().at("/actions/0/counts/LEAVING").asInt())
                .isEqualTo(1);
        assertThat(story.item("F1").at("/nextAction/code").asString()).isEqualTo("MAIL");
    }

    @Test
    @DisplayName(
            "A8: of one step two channels or kinds are two groups, each stopped for itself; who is named and does not"
                    + " wait is said")
    void a_group_of_the_recap_is_stopped_for_itself() {
        story.strategy("""
                {"code": "STEP", "label": "Relance", "type": "LETTER", "delay": 5, "mode": "AUTOMATIC"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 60}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email;address;postalCode;city
                        DUP;Dupont;compta@dupont.example;1 rue;75001;Paris
                        """).items("DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE;");
        story.night("2026-11-24");
        story.strategy("""
                {"code": "STEP", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC_AFTER_CONFIRMATION"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 60}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email
                        MOR;Moreau;compta@moreau.example
                        """).items("MOR;F3;2026-10-15;2026-11-15;80.00;INVOICE;");
        story.night("2026-11-24");
        var path = "/automatic-runs/" + story.company.code() + "/2026-11-24";
        var actions = story.api.get(path).body().at("/actions");
        assertThat(actions)
                .extracting(group -> group.at("/channel").asString())
                .containsExactlyInAnyOrder("LETTER", "EMAIL");
        assertThat(actions)
                .allSatisfy(group -> assertThat(group.at("/messages")).hasSize(1));

        assertThat(story.api
                        .post(path + "/cancellation", "{\"action\": \"STEP\", \"channel\": \"EMAIL\"}")
                        .body()
                        .at("/done")
                        .asInt())
                .isEqualTo(1);
        var letter = java.util.stream.StreamSupport.stream(actions.spliterator(), false)
                .filter(group -> group.at("/channel").asString().equals("LETTER"))
                .findFirst()
                .orElseThrow()
                .at("/messages/0");
        var stopped = story.api
                .post(
                        path + "/cancellation",
                        "{\"ids\": [\"%s\", \"LETTER:zz-zz\"]}"
                                .formatted(letter.at("/reference").asString()))
                .body();

        assertThat(stopped.at("/done").asInt()).isEqualTo(1);
        assertThat(stopped.at("/leftOut/0/id").asString()).isEqualTo("LETTER:zz-zz");
        assertThat(stopped.at("/leftOut/0/reason").asString()).isEqualTo("NOT_WAITING");
    }

    @Test
    @DisplayName(
            "A8: what was written after the recap was read is neither confirmed nor stopped with all that was read")
    void what_is_newer_than_the_recap_waits() {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "perCustomer": true,
                 "mode": "AUTOMATIC_AFTER_CONFIRMATION"},
                {"code": "PAPER", "label": "Lettre", "type": "LETTER", "delay": 8, "mode": "AUTOMATIC"}
                """);
        writtenTo("DUP", "2026-11-15");
        writtenTo("LOR", "2026-11-17");
        var path = "/automatic-runs/" + story.company.code() + "/2026-11-24";
        var read = story.api.get(path).body().at("/upTo").asString();
        writtenTo("MOR", "2026-11-15");
        writtenTo("BEL", "2026-11-17");

        var stopped = story.api
                .post(path + "/cancellation", "{\"channel\": \"LETTER\", \"upTo\": \"%s\"}".formatted(read))
                .body();
        var confirmed = story.api
                .post(path + "/confirmation", "{\"upTo\": \"%s\"}".formatted(read))
                .body();

        assertThat(stopped.at("/done").asInt()).isEqualTo(1);
        assertThat(stopped.at("/newer").asInt()).isEqualTo(1);
        assertThat(confirmed.at("/done").asInt()).isEqualTo(1);
        assertThat(confirmed.at("/newer").asInt()).isEqualTo(1);
        assertThat(story.api.get(path).body().at("/actions"))
                .extracting(group -> group.at("/counts").toString())
                .allSatisfy(counts -> assertThat(counts).containsAnyOf("\"TO_CONFIRM\":1", "\"TO_PRINT\":1"));

        var named = java.util.stream.StreamSupport.stream(
                        story.api.get(path).body().at("/actions").spliterator(), false)
                .filter(group -> group.at("/channel").asString().equals("EMAIL"))
                .map(group -> group.at("/messages/1/reference").asString())
                .findFirst()
                .orElseThrow();
        assertThat(story.api
                        .post(path + "/confirmation", "{\"ids\": [\"%s\"], \"upTo\": \"%s\"}".formatted(named, read))
                        .body()
                        .at("/done")
                        .asInt())
                .as("who names a message has read it")
                .isEqualTo(1);
        assertThat(story.api.post(path + "/confirmation", "{\"upTo\": \"x\"}").status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("A8: the recap of an earlier day still says what was kept back, also when nothing else happened on it")
    void what_was_kept_back_is_known_day_by_day() {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 60}
                """)
                .take(ImportKind.CUSTOMERS, "code;name;email\nSAN;Sans adresse;\n")
                .items("SAN;F1;2026-10-15;2026-11-12;100.00;INVOICE;");
        story.night("2026-11-17");
        story.night("2026-11-18");
        // no run on the 19th
        story.night("2026-11-20");
        story.night("2026-11-21");
        story.items("SAN;F1;2026-10-15;2026-11-12;80.00;INVOICE;");
        story.night("2026-11-23");
        story.night("2026-11-24");
        assertThat(kept("2026-11-24")).isEqualTo("NO_RECIPIENT F1 80.00");

        story.take(ImportKind.CUSTOMERS, "code;name;email\nSAN;Sans adresse;compta@san.example\n");
        story.night("2026-11-24");
        story.night("2026-11-24");

        assertThat(kept("2026-11-24")).as("the last run of a day counts").isEmpty();
        assertThat(kept("2026-11-23")).isEqualTo("NO_RECIPIENT F1 80.00");
        assertThat(kept("2026-11-21"))
                .as("a Saturday, for what is to be mended")
                .isEqualTo("NO_RECIPIENT F1 100.00");
        assertThat(kept("2026-11-20")).isEqualTo("NO_RECIPIENT F1 100.00");
        assertThat(kept("2026-11-19")).as("there was no run").isEmpty();
        assertThat(kept("2026-11-17")).isEqualTo("NO_RECIPIENT F1 100.00");
        assertThat(kept("2026-11-16")).isEmpty();
        assertThat(application
                        .getBean(org.jooq.DSLContext.class)
                        .fetchCount(
                                encours.db.worklist.Tables.STOPPED_BEFORE,
                                encours.db.worklist.Tables.STOPPED_BEFORE.COMPANY_ID.eq(story.company.id())))
                .as("one row for each time it changed")
                .isEqualTo(2);
        assertThat(days(""))
                .containsExactly(
                        "2026-11-24 1 0",
                        "2026-11-23 0 1",
                        "2026-11-21 0 1",
                        "2026-11-20 0 1",
                        "2026-11-18 0 1",
                        "2026-11-17 0 1");
    }

    @Test
    @DisplayName("A8: the latest days of the recap are found however long ago they are, and page by page")
    void the_latest_days_are_found() {
        story.strategy("""
                {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5, "mode": "AUTOMATIC"},
                {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 160}
                """).take(ImportKind.CUSTOMERS, """
                        code;name;email
                        DUP;Dupont;compta@dupont.example
                        SAN;Sans adresse;
                        """).items("""
                        DUP;F1;2026-07-01;2026-07-15;100.00;INVOICE;
                        SAN;F2;2026-10-15;2026-11-15;70.00;INVOICE;
                        """);
        story.night("2026-08-03");
        story.night("2026-08-04");
        story.night("2026-11-20");
        story.night("2026-11-24");

        assertThat(days("")).containsExactly("2026-11-24 0 1", "2026-11-20 0 1", "2026-08-03 1 0");
        assertThat(days("&limit=2")).containsExactly("2026-11-24 0 1", "2026-11-20 0 1");
        var next = story.api
                .get("/automatic-runs?limit=2&company=" + story.company.code())
                .body()
                .at("/next")
                .asString();
        assertThat(days("&limit=2&cursor=" + next)).containsExactly("2026-08-03 1 0");
    }

    /// Day, messages and items kept back.
    private java.util.List<String> days(String query) {
        return java.util.stream.StreamSupport.stream(
                        story.api
                                .get("/automatic-runs?company=" + story.company.code() + query)
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .map(day -> "%s %d %d"
                        .formatted(
                                day.at("/day").asString(),
                                day.at("/messages").asInt(),
                                day.at("/stopped").asInt()))
                .toList();
    }

    /// Reason, document and amount of the one item that was kept back; empty: none was.
    private String kept(String day) {
        var stopped = story.api
                .get("/automatic-runs/" + story.company.code() + "/" + day)
                .body()
                .at("/stopped");
        return stopped.isEmpty()
                ? ""
                : "%s %s %s"
                        .formatted(
                                stopped.at("/0/reason").asString(),
                                stopped.at("/0/items/0/document").asString(),
                                stopped.at("/0/items/0/amount").asString());
    }

    private void writtenTo(String customer, String due) {
        story.take(ImportKind.CUSTOMERS, """
                code;name;email;address;postalCode;city
                %1$s;%1$s;compta@%1$s.example;1 rue;75001;Paris
                """.formatted(customer))
                .items("%1$s;F-%1$s;2026-10-15;%2$s;100.00;INVOICE;".formatted(customer, due));
        story.night("2026-11-24");
    }

    private void debit(String body) {
        var answer = story.api.post("/items/" + story.item("F1").at("/id").asString() + "/direct-debit", body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }
}
