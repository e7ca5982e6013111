package io.encours.correspondence.sms;

import static encours.db.correspondence.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.correspondence.channel.RouteHealth;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.inbound.Inbox;
import io.encours.correspondence.inbound.Unattached;
import io.encours.correspondence.outbox.Parcel;
import io.encours.correspondence.outbox.Reference;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.sending.Delivery;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.timeline.Event;
import io.encours.timeline.EventFilter;
import io.encours.timeline.EventType;
import io.encours.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("A1, C4 short messages and their answers")
class SmsAnswersTest {

    private static final String SECRET = "a secret of the tests";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    @Autowired
    private SmsPost post;

    @Autowired
    private SmsStore store;

    @Autowired
    private SmsSenders senders;

    @Autowired
    private RouteHealth health;

    @Autowired
    private ContactMarks marks;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private Imports imports;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final MessageCentre centre = new MessageCentre(NUMBERS.addAndGet(100));
    private SmppLink link;
    private SmsCarrier carrier;
    private Company company;
    private SignedIn manager;
    private Scope everything;
    private Customer dupont;
    private String number;

    @BeforeEach
    void a_customer_and_a_link() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        everything = fixtures.everythingOf(company);
        number = "+336" + NUMBERS.incrementAndGet();
        senders.put(manager, company, "C" + company.code());
        dupont = aCustomer("DUP");
        link = new SmppLink(
                centre.address(), new SmppListener(post::receipt, post::received), reason -> {}, Duration.ofMillis(10));
        link.start();
        Waiting.until(() -> link.session() != null);
        var way = new SmsWay(new SmppTransport(link, Duration.ofMillis(10)), link);
        carrier = new SmsCarrier(new SmsGateway(way, store, senders, health), marks);
    }

    @AfterEach
    void the_link_is_closed() {
        link.close();
        centre.close();
    }

    @Test
    void a_message_is_delivered_when_all_of_its_parts_are() throws Exception {
        var message = aMessage("SENT");
        var taken = (Delivery.Accepted) send(message, "a".repeat(200));
        var last = "M" + (Integer.parseInt(taken.peerId().substring(1)) + 1);

        centre.receipt(taken.peerId(), "DELIVRD", "000");
        assertThat(state(message)).isEqualTo("SENT");
        centre.receipt(last, "DELIVRD", "000");

        assertThat(state(message)).isEqualTo("DELIVERED");
        assertThat(centre.taken.getFirst().getSourceAddr()).isEqualTo("C" + company.code());
        assertThat(events()).extracting(Event::type).containsExactly(EventType.MESSAGE_DELIVERED);
    }

    @Test
    void a_part_that_is_not_delivered_fails_the_message_with_the_reason() throws Exception {
        var message = aMessage("SENT");
        var taken = (Delivery.Accepted) send(message, "Bonjour");

        centre.receipt(taken.peerId(), "UNDELIV", "001");

        assertThat(state(message)).isEqualTo("BOUNCED");
        assertThat(events().getFirst().details()).containsEntry("reason", "UNDELIV (err 001)");
    }

    @Test
    @DisplayName("A8: a number that takes none is marked, and the next automatic SMS to it is stopped by its rule")
    void a_number_that_takes_no_messages_is_marked() throws Exception {
        var taken = (Delivery.Accepted) send(aMessage("SENT"), "Bonjour");
        centre.receipt(taken.peerId(), "UNDELIV", "001");

        assertThat(marks.of(dupont)).singleElement().satisfies(mark -> {
            assertThat(mark.reason()).isEqualTo(ContactMark.Reason.BOUNCED);
            assertThat(mark.address()).isEqualTo(number);
            assertThat(mark.detail()).isEqualTo("UNDELIV (err 001)");
        });
        var other = aCustomer("MOR", "+336" + NUMBERS.incrementAndGet());
        assertThat(marks.of(other)).isEmpty();

        var night = aNightOfShortMessages("DUP", "MOR");

        assertThat(night.at("/stopped/CONTACT_BOUNCED").asInt()).isEqualTo(1);
        assertThat(night.at("/toConfirm").asInt()).isEqualTo(1);
        var page = new Api(port, fixtures.tokenOf(manager));
        assertThat(page.get("/customers/" + company.code() + "/DUP/contact-marks")
                        .body()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("BOUNCED");
    }

    @Test
    @DisplayName("A8: a message that only did not arrive this time leaves the number as it is")
    void a_number_that_was_off_is_not_marked() throws Exception {
        for (var error : List.of("006", "027", "031")) {
            var taken = (Delivery.Accepted) send(aMessage("SENT"), "Bonjour");
            centre.receipt(taken.peerId(), "UNDELIV", error);
        }
        assertThat(marks.of(dupont)).isEmpty();
    }

    private JsonNode aNightOfShortMessages(String... codes) {
        var api = new Api(port, fixtures.tokenOf(manager));
        assertThat(api.put("/strategies/S-" + company.code(), """
                {"company": "%s", "default": true, "actions": [{"code": "SMS", "label": "SMS", "type": "SMS", "delay": 5,
                 "mode": "AUTOMATIC_AFTER_CONFIRMATION"}]}
                """.formatted(company.code()))
                        .status())
                .isIn(200, 201);
        var rows = new StringBuilder("customer;document;documentDate;dueDate;amount;kind\n");
        for (var code : codes) {
            rows.append(code).append(";F-").append(code).append(";2026-10-15;2026-11-15;100.00;INVOICE\n");
        }
        imports.await(imports.start(
                everything,
                manager,
                new Upload(company.code(), ImportKind.ITEMS, "items.csv", false),
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8))));
        return api.post("/nightly-runs", "{\"company\": \"%s\"}".formatted(company.code()))
                .body()
                .at("/automaticActions");
    }

    @Test
    void a_part_that_expired_fails_the_message_which_may_be_sent_again() throws Exception {
        var message = aMessage("SENT");
        var taken = (Delivery.Accepted) send(message, "Bonjour");

        centre.receipt(taken.peerId(), "EXPIRED", "000");

        assertThat(state(message)).isEqualTo("FAILED");
        assertThat(events()).extracting(Event::type).containsExactly(EventType.MESSAGE_FAILED);
    }

    @Test
    void a_receipt_that_is_quicker_than_the_commit_counts_a_little_later() throws Exception {
        var message = aMessage("SENDING");
        var taken = (Delivery.Accepted) send(message, "Bonjour");
        centre.receipt(taken.peerId(), "DELIVRD", "000");
        assertThat(state(message)).isEqualTo("SENDING");
        db.update(MESSAGE)
                .set(MESSAGE.STATE, "SENT")
                .where(MESSAGE.ID.eq(message.id()))
                .execute();

        post.settleLate();

        assertThat(state(message)).isEqualTo("DELIVERED");
    }

    @Test
    void an_answer_is_put_on_the_timeline_of_who_has_the_number() {
        centre.answer(number.substring(1), "Payé hier");

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.ANSWER);
            assertThat(event.channel()).isEqualTo("SMS");
            assertThat(event.text()).isEqualTo("Payé hier");
        });
        assertThat(inbox.unread(List.of(dupont.id()))).containsKey(dupont.id());
    }

    @Test
    void an_answer_in_parts_waits_until_it_is_whole_in_whatever_order_they_come() {
        centre.answerPart(number.substring(1), new Concatenation(9, 2, 2), "virement demain");
        assertThat(events()).isEmpty();

        centre.answerPart(number.substring(1), new Concatenation(9, 2, 1), "Bonjour, ");

        assertThat(events()).extracting(Event::text).containsExactly("Bonjour, virement demain");
    }

    @Test
    void parts_that_come_at_the_same_moment_make_one_answer() throws Exception {
        for (var reference = 0; reference < 20; reference++) {
            var together = new java.util.concurrent.CyclicBarrier(2);
            var first = part(together, new Concatenation(reference, 2, 1), "Réponse %d, ".formatted(reference));
            var second = part(together, new Concatenation(reference, 2, 2), "en deux parties");
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        }

        assertThat(events())
                .extracting(Event::text)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20)
                        .mapToObj("Réponse %d, en deux parties"::formatted)
                        .toList());
    }

    private CompletableFuture<Void> part(java.util.concurrent.CyclicBarrier together, Concatenation part, String text) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    post.received(new ReceivedSms(number, "C" + company.code(), text, java.util.Optional.of(part)));
                },
                Thread::startVirtualThread);
    }

    @Test
    void a_part_delivered_again_counts_once_and_a_number_of_parts_used_again_is_another_message() {
        var from = number.substring(1);
        centre.answerPart(from, new Concatenation(7, 2, 1), "un ");
        centre.answerPart(from, new Concatenation(7, 2, 1), "un ");
        centre.answerPart(from, new Concatenation(7, 2, 2), "deux");
        centre.answerPart(from, new Concatenation(7, 2, 2), "deux");
        assertThat(events()).extracting(Event::text).containsExactly("un deux");

        centre.answerPart(from, new Concatenation(7, 2, 2), "quatre");
        centre.answerPart(from, new Concatenation(7, 2, 1), "trois ");

        assertThat(events()).extracting(Event::text).containsExactly("trois quatre", "un deux");
    }

    @Test
    void an_answer_whose_other_parts_never_come_is_shown_after_a_day_with_its_gap() {
        centre.answerPart(number.substring(1), new Concatenation(8, 3, 1), "Le début");
        centre.answerPart(number.substring(1), new Concatenation(8, 3, 3), "et la fin");
        post.takeIncomplete();
        assertThat(events()).isEmpty();

        db.execute(
                "update correspondence.sms_piece set received_at = received_at - interval '25 hours' where sender = ?",
                number);
        post.takeIncomplete();
        post.takeIncomplete();

        assertThat(events()).extracting(Event::text).containsExactly("Le début […] et la fin");
    }

    @Test
    void an_answer_in_parts_that_cannot_be_taken_does_not_stop_the_others() {
        for (var reference = 1; reference <= 2; reference++) {
            centre.answerPart(
                    number.substring(1), new Concatenation(reference, 2, 1), "Partie %d".formatted(reference));
        }
        db.execute(
                "update correspondence.sms_piece set received_at = received_at - interval '25 hours' where sender = ?",
                number);
        db.execute(
                "alter table correspondence.inbound add constraint broken check (text not like 'Partie 1%') not valid");
        try {
            post.takeIncomplete();
        } finally {
            db.execute("alter table correspondence.inbound drop constraint broken");
        }
        assertThat(events()).extracting(Event::text).containsExactly("Partie 2 […]");

        post.takeIncomplete();

        assertThat(events()).extracting(Event::text).containsExactly("Partie 1 […]", "Partie 2 […]");
    }

    @Test
    void an_answer_by_http_counts_once_however_often_the_provider_sends_it() {
        for (var again = 0; again < 3; again++) {
            assertThat(answerByHttp(
                            SECRET,
                            "{\"id\": \"A-%s\", \"from\": \"%s\", \"to\": \"C%s\", \"text\": \"Payé\"}"
                                    .formatted(number, number, company.code())))
                    .isEqualTo(204);
        }
        assertThat(events()).extracting(Event::text).containsExactly("Payé");

        for (var again = 0; again < 2; again++) {
            assertThat(answerByHttp(
                            SECRET,
                            "{\"from\": \"%s\", \"to\": \"C%s\", \"text\": \"Sans numéro\"}"
                                    .formatted(number, company.code())))
                    .isEqualTo(204);
        }
        assertThat(events()).extracting(Event::text).containsExactly("Sans numéro", "Payé");
    }

    @Test
    void an_answer_sent_again_does_not_take_back_what_was_said_since() {
        var stop = "{\"id\": \"S-%s\", \"from\": \"%s\", \"to\": \"C%s\", \"text\": \"STOP\"}"
                .formatted(number, number, company.code());
        answerByHttp(SECRET, stop);
        answerByHttp(
                SECRET,
                "{\"id\": \"T-%s\", \"from\": \"%s\", \"to\": \"C%s\", \"text\": \"START\"}"
                        .formatted(number, number, company.code()));
        answerByHttp(SECRET, stop);
        assertThat(marks.of(dupont)).isEmpty();

        for (var text : List.of("STOP", "START", "STOP")) {
            post.received(new ReceivedSms(number, "C" + company.code(), text, java.util.Optional.empty()));
        }
        assertThat(marks.of(dupont)).hasSize(1);
    }

    @Test
    void an_answer_belongs_to_the_companies_that_have_the_number_it_was_sent_to() {
        var other = fixtures.aCompany();
        senders.put(fixtures.aManager(other), other, "D" + other.code());
        customers.put(fixtures.everythingOf(other), other.code(), "AIL", details("AIL", number));
        aMessage("SENT");

        post.received(new ReceivedSms(number, "D" + other.code(), "STOP", java.util.Optional.empty()));

        assertThat(events()).as("Dupont is a customer of another company").isEmpty();
        assertThat(marks.of(dupont)).isEmpty();
        var theirs = customers.get(fixtures.everythingOf(other), other.code(), "AIL");
        assertThat(marks.of(theirs)).hasSize(1);
        assertThat(timeline.ofCustomer(fixtures.everythingOf(other), theirs.id(), EventFilter.ALL, null, 9)
                        .items())
                .hasSize(1);
    }

    @Test
    void who_signs_for_a_company_speaks_of_its_messages_and_customers_alone() {
        var other = fixtures.aCompany();
        var door = new ProviderDoor(
                new HttpAccounts(
                        new SmsSettings(null, null, SECRET, other.code() + "=secret-of-another-account", "ENCOURS")),
                post,
                clock);
        var message = aMessage("SENT");
        store.parts("http", message, List.of("Q" + message.id()));
        var ofOther = new HttpSignature("secret-of-another-account");
        var time = String.valueOf(clock.instant().getEpochSecond());

        var status = "{\"id\": \"Q%d\", \"status\": \"FAILED\"}"
                .formatted(message.id())
                .getBytes(StandardCharsets.UTF_8);
        door.status(time, ofOther.of(time, status), status);
        var stop = "{\"from\": \"%s\", \"to\": \"C%s\", \"text\": \"STOP\"}"
                .formatted(number, company.code())
                .getBytes(StandardCharsets.UTF_8);
        door.answer(time, ofOther.of(time, stop), stop);

        assertThat(state(message)).isEqualTo("SENT");
        assertThat(marks.of(dupont)).isEmpty();
        assertThat(events()).isEmpty();

        var again =
                new String(stop, StandardCharsets.UTF_8).replace("STOP", "Stop").getBytes(StandardCharsets.UTF_8);
        door.answer(time, new HttpSignature(SECRET).of(time, again), again);
        assertThat(marks.of(dupont)).hasSize(1);
    }

    @Test
    void of_two_customers_with_one_number_it_is_who_was_written_to_last() throws Exception {
        var other = aCustomer("DU2");
        aMessage("SENT");

        centre.answer(number.substring(1), "Oui");

        assertThat(events()).hasSize(1);
        assertThat(timeline.ofCustomer(everything, other.id(), EventFilter.ALL, null, 9)
                        .items())
                .isEmpty();
    }

    @Test
    void a_number_nobody_has_waits_for_a_person() {
        var stranger = "336" + NUMBERS.incrementAndGet();
        centre.answer(stranger, "Qui êtes-vous ?");
        var administrator = fixtures.aUser(
                io.encours.identity.Role.ADMINISTRATOR, io.encours.identity.CollectionsRole.MANAGER, company);

        assertThat(inbox.toAttach(administrator, everything, null, 1000).items())
                .extracting(Unattached::sender)
                .contains("+" + stranger);
        assertThat(inbox.toAttach(manager, everything, null, 1000).items())
                .extracting(Unattached::sender)
                .doesNotContain("+" + stranger);
    }

    @ParameterizedTest(name = "“{0}” opts out: {1}")
    @CsvSource({
        "STOP, true",
        "stop, true",
        "Stop merci, true",
        "Arrêt, true",
        "STOP!, true",
        "Stoppez ces relances je conteste, false",
        "Ok, false"
    })
    void after_stop_nobody_writes_to_the_number(String text, boolean optsOut) throws Exception {
        post.received(new ReceivedSms(number, "C" + company.code(), text, java.util.Optional.empty()));

        assertThat(marks.of(dupont).stream().anyMatch(mark -> mark.reason() == ContactMark.Reason.OPTED_OUT))
                .isEqualTo(optsOut);
        var outcome = send(aMessage("SENDING"), "Relance");
        assertThat(outcome instanceof Delivery.Refused).isEqualTo(optsOut);
        assertThat(centre.taken.isEmpty()).isEqualTo(optsOut);
    }

    @Test
    void stop_is_taken_back_by_the_customer_or_by_a_person_who_says_so() throws Exception {
        post.received(new ReceivedSms(number, "C" + company.code(), "STOP", java.util.Optional.empty()));
        post.received(new ReceivedSms(number, "C" + company.code(), "START", java.util.Optional.empty()));
        assertThat(marks.of(dupont)).isEmpty();

        post.received(new ReceivedSms(number, "C" + company.code(), "STOP", java.util.Optional.empty()));
        var api = new Api(port, fixtures.tokenOf(manager));
        var path = "/customers/" + company.code() + "/DUP/contact-marks";
        assertThat(api.get(path).body().at("/items/0/reason").asString()).isEqualTo("OPTED_OUT");
        assertThat(api.delete(path + "/opted_out?address=" + number.replace("+", "%2B"))
                        .status())
                .isEqualTo(204);

        assertThat(marks.of(dupont)).isEmpty();
        assertThat(events()).extracting(Event::type).contains(EventType.CONTACT_RESTORED);
    }

    @Test
    void a_wrong_number_said_after_a_call_marks_it() {
        var api = new Api(port, fixtures.tokenOf(manager));
        var path = "/customers/" + company.code() + "/DUP/calls";

        assertThat(api.post(path, "{}").status()).isEqualTo(422);
        assertThat(api.post(path, "{\"outcome\":\"WRONG_NUMBER\",\"comment\":\"Un particulier\"}")
                        .status())
                .isEqualTo(201);

        assertThat(marks.of(dupont)).extracting(ContactMark::reason).containsExactly(ContactMark.Reason.WRONG_NUMBER);
        assertThat(events().getFirst().type()).isEqualTo(EventType.CALL);
    }

    @Test
    void a_provider_reports_by_http_when_it_signs() {
        var message = aMessage("SENT");
        var id = "P" + message.id();
        store.parts("http", message, List.of(id));
        var body = "{\"id\":\"" + id + "\",\"status\":\"DELIVERED\"}";
        var time = String.valueOf(clock.instant().getEpochSecond());
        var signature = new HttpSignature(SECRET).of(time, body.getBytes(StandardCharsets.UTF_8));
        var http = new Http(port);

        assertThat(http.post("/api/v1/sms-statuses", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(state(message)).isEqualTo("SENT");
        assertThat(http.post(
                                "/api/v1/sms-statuses",
                                body,
                                "Content-Type",
                                "application/json",
                                HttpSignature.TIME_HEADER,
                                time,
                                HttpSignature.SIGNATURE_HEADER,
                                signature)
                        .statusCode())
                .isEqualTo(204);

        assertThat(state(message)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "ORADINE, true",
        "+33756000000, true",
        "38600, true",
        "AB, false",
        "BEAUCOUPTROPLONG, false",
        "ÉTÉ, false"
    })
    void a_sender_is_one_that_networks_show(String sender, boolean accepted) {
        try {
            senders.put(manager, company, sender);
            assertThat(accepted).isTrue();
        } catch (Problem problem) {
            assertThat(accepted).isFalse();
        }
    }

    private int answerByHttp(String secret, String body) {
        var time = String.valueOf(clock.instant().getEpochSecond());
        return new Http(port)
                .post(
                        "/api/v1/sms-answers",
                        body,
                        "Content-Type",
                        "application/json",
                        HttpSignature.TIME_HEADER,
                        time,
                        HttpSignature.SIGNATURE_HEADER,
                        new HttpSignature(secret).of(time, body.getBytes(StandardCharsets.UTF_8)))
                .statusCode();
    }

    private Delivery send(RowId message, String text) throws Exception {
        try (var line = carrier.open()) {
            return line.send(new Parcel(
                    message,
                    1,
                    company.id(),
                    Channel.SMS,
                    List.of(number),
                    "fr",
                    "",
                    text,
                    "",
                    List.of(),
                    new Reference(message, "abcdefghjk"),
                    null,
                    true));
        }
    }

    private List<Event> events() {
        return timeline.ofCustomer(everything, dupont.id(), EventFilter.ALL, null, 50)
                .items();
    }

    private String state(RowId message) {
        return db.select(MESSAGE.STATE)
                .from(MESSAGE)
                .where(MESSAGE.CUSTOMER_ID.eq(message.customer()), MESSAGE.ID.eq(message.id()))
                .fetchSingle(MESSAGE.STATE);
    }

    private RowId aMessage(String state) {
        var id = db.fetchSingle("""
                        insert into correspondence.message (customer_id, company_id, channel, purpose, stage, language,
                            recipients, subject, amount, currency, created_for, created_at, author_name, by_hand, state,
                            state_since, due_at, sent_at, secret)
                        values (?, ?, 'SMS', 'REMINDER', 'AMICABLE', 'fr', array[?], '', 0, 'EUR', '2026-11-24',
                            '2026-11-24', 'Encours', true, ?, '2026-11-24', '2026-11-24', '2026-11-24', 'abcdefghjk')
                        returning id
                        """, dupont.id(), company.id(), number, state).get(0, Long.class);
        return new RowId(dupont.id(), id);
    }

    private Customer aCustomer(String code) {
        return aCustomer(code, number);
    }

    private Customer aCustomer(String code, String number) {
        return customers.put(everything, company.code(), code, details(code, number));
    }

    private Customer.Details details(String code, String number) {
        var national = "0" + number.substring(3, 4) + " " + number.substring(4);
        return new Customer.Details(
                "Client " + code,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "fr",
                null,
                national,
                null,
                null,
                null,
                "FR",
                null,
                null,
                null,
                null,
                null);
    }
}
