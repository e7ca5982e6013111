package io.encours.correspondence.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.correspondence.outbox.Outbox.Written;
import io.encours.customer.Customers;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.ActionId;
import io.encours.platform.Paging;
import io.encours.platform.Perishable;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.mail.MailServer;
import io.encours.platform.sending.Postman;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import io.encours.testing.SmtpPeer;
import io.encours.timeline.EventFilter;
import io.encours.timeline.EventType;
import io.encours.timeline.Timeline;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A1 e-mail: written with the decision, sent once")
class OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private Perishable messagesPerish;

    @Autowired
    private PeerReports reports;

    @Autowired
    private MessageDecisions decisions;

    @Autowired
    private Messages messages;

    @Autowired
    private Composer composer;

    @Autowired
    private SendingDesk desk;

    @Autowired
    private SendingSettings settings;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Customers customers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Imports imports;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    private LaterClock later;
    private Company company;
    private SignedIn administrator;
    private SignedIn manager;
    private Scope everything;

    @BeforeEach
    void customers_with_addresses() {
        later = new LaterClock(clock);
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        everything = fixtures.everythingOf(company);
        take(ImportKind.CUSTOMERS, """
                code;name;email;phone;country;language;address;postalCode;city
                DUP;Dupont Bâtiment;compta@dupont.example;06 12 34 56 78;FR;fr;12, rue des Écluses;38000;Grenoble
                SMI;Smith & Sons <Ltd>;accounts@smith.example;;GB;en;;;
                REF;Refusé;refused@dupont.example;;FR;fr;;;
                LAT;Plus Tard;later@dupont.example;;FR;fr;;;
                SIL;Silence;silent@dupont.example;;FR;fr;;;
                NOM;Sans Adresse;pas une adresse;;FR;fr;;;
                CRE;Créditeur;credit@dupont.example;;FR;fr;;;
                """);
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F-1;2026-09-01;2026-10-01;1200,50;INVOICE
                DUP;F-2;2026-09-15;2026-10-15;300,00;INVOICE
                DUP;F-3;2026-11-15;2026-12-15;99,00;INVOICE
                SMI;F-4;2026-09-15;2026-10-15;50,00;INVOICE
                REF;F-5;2026-09-15;2026-10-15;50,00;INVOICE
                LAT;F-6;2026-09-15;2026-10-15;50,00;INVOICE
                SIL;F-7;2026-09-15;2026-10-15;50,00;INVOICE
                NOM;F-8;2026-09-15;2026-10-15;50,00;INVOICE
                CRE;F-9;2026-09-15;2026-10-15;50,00;INVOICE
                CRE;A-1;2026-09-20;2026-09-20;-80,00;CREDIT_NOTE
                """);
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "18, quai",
                        "69002",
                        "Lyon",
                        null,
                        "facturation@vendeur.example",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        settings.put(
                administrator,
                company.code(),
                new SendingSettings.Draft(
                        "Vendeur – recouvrement", null, "recouvrement@vendeur.example", null, null, null, null));
    }

    @Test
    void an_e_mail_arrives_as_it_was_previewed_with_its_files_and_a_reference_to_answer_to() throws Exception {
        var mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mailbox.start();
        try {
            var preview = composed("DUP");
            var id = kept(outbox.write(preview.message(
                    Release.BY_HAND,
                    manager,
                    Map.of(),
                    List.of(
                            new Enclosure.File("été.txt", "text/plain", "Bonjour".getBytes(StandardCharsets.UTF_8)),
                            new Enclosure.Statement("releve.pdf")))));

            assertThat(send("smtp://127.0.0.1:" + mailbox.getSmtp().getPort())).isZero(); // the undo window is open
            later.forward(Duration.ofMinutes(3));
            assertThat(send("smtp://127.0.0.1:" + mailbox.getSmtp().getPort())).isEqualTo(1);

            var arrived = mailbox.getReceivedMessages()[0];
            var message = messages.get(everything, id);
            var reference =
                    Reference.parse(message.peerId().replaceFirst("@.*", "")).orElseThrow();
            assertThat(arrived.getMessageID()).isEqualTo("<" + reference + "@vendeur.example>");
            assertThat(arrived.getFrom()[0].toString()).contains("<facturation@vendeur.example>");
            assertThat(arrived.getReplyTo()[0].toString()).contains("<recouvrement+" + reference + "@vendeur.example>");
            assertThat(arrived.getHeader("Return-Path")[0]).contains("recouvrement+" + reference);
            assertThat(arrived.getHeader("Auto-Submitted")).isNull();
            assertThat(arrived.getSubject()).isEqualTo(preview.subject());
            var parts = (MimeMultipart) arrived.getContent();
            var words = (MimeMultipart) parts.getBodyPart(0).getContent();
            assertThat(words.getContentType()).startsWith("multipart/alternative");
            assertThat(words.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                    .isEqualTo(preview.text())
                    .contains("F-1", "1\u202f200,50");
            assertThat(words.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                    .isEqualTo(preview.html())
                    .doesNotContain("F-3"); // not due
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("été.txt");
            assertThat(parts.getBodyPart(2).getContentType()).startsWith("application/pdf");
            assertThat(messages.file(everything, id, 1).content())
                    .isEqualTo(parts.getBodyPart(2).getInputStream().readAllBytes());

            assertThat(message.state()).isInstanceOf(MessageState.Sent.class);
            assertThat(messages.byReference(reference))
                    .get()
                    .extracting(Message::id)
                    .isEqualTo(id);
            assertThat(messages.attempts(everything, id))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo("ACCEPTED"));
            assertThat(events("DUP", EventType.MESSAGE_SENT))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details()).containsEntry("messageId", id.toString()));
            assertThat(send("smtp://127.0.0.1:" + mailbox.getSmtp().getPort())).isZero();
        } finally {
            mailbox.stop();
        }
    }

    @Test
    void what_a_customer_is_called_cannot_become_a_header_and_no_machine_answers_an_automatic_message() {
        try (var peer = new SmtpPeer(() -> 0)) {
            var written = new NewMessage(
                    company.id(),
                    customers.get(everything, company.code(), "SMI").id(),
                    Channel.EMAIL,
                    Purpose.OTHER,
                    Stage.AMICABLE,
                    "en",
                    List.of("accounts@smith.example"),
                    "Hello\r\nBcc: everybody@example.com",
                    "Hello\r\n.\r\nQUIT\r\n",
                    "",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "EUR",
                    MovableDate.USUAL,
                    Release.AUTOMATIC,
                    null,
                    null);
            kept(outbox.write(written));
            later.forward(Duration.ofMinutes(11));
            assertThat(send(peer.url())).isEqualTo(1);

            assertThat(peer.messages())
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains(
                                    "Subject: Hello Bcc: everybody@example.com",
                                    "Auto-Submitted: auto-generated",
                                    "QUIT")
                            .doesNotContain("\nBcc:"));
        }
    }

    @Test
    void what_the_server_answers_decides() {
        try (var peer = new SmtpPeer(() -> 0)) {
            var refused = write("REF", 1);
            var deferred = write("LAT", 1);
            var silent = write("SIL", 1);
            later.forward(Duration.ofMinutes(15));
            assertThat(send(peer.url())).isEqualTo(3);

            assertThat(state(refused))
                    .isInstanceOfSatisfying(
                            MessageState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("550 5.1.1 no such user"));
            assertThat(state(deferred)).isInstanceOfSatisfying(MessageState.Waiting.class, waiting -> {
                assertThat(waiting.answer()).contains("451");
                assertThat(waiting.notBefore()).isAfter(later.instant());
            });
            assertThat(state(silent)).isInstanceOf(MessageState.Uncertain.class);
            assertThat(peer.taken("silent@dupont.example")).isEqualTo(1);
            assertThat(events("REF", EventType.MESSAGE_FAILED)).hasSize(1);
            assertThat(events("SIL", EventType.MESSAGE_UNCERTAIN)).hasSize(1);

            for (var attempt = 2; attempt < 9; attempt++) {
                later.forward(Duration.ofDays(1));
                assertThat(send(peer.url())).isEqualTo(1); // only the one that may succeed
            }
            later.forward(Duration.ofDays(1));
            send(peer.url());
            assertThat(state(deferred)).isInstanceOf(MessageState.Failed.class);
            assertThat(messages.attempts(everything, deferred)).hasSize(9);
        }
    }

    @Test
    void without_a_server_messages_wait() {
        var id = write("DUP", 1);
        later.forward(Duration.ofMinutes(15));
        assertThat(send("smtp://127.0.0.1:1")).isZero();

        assertThat(state(id))
                .isInstanceOfSatisfying(
                        MessageState.Waiting.class,
                        waiting -> assertThat(waiting.attempts()).isZero());
        assertThat(db.fetchSingle("select trouble from correspondence.message_channel where channel = 'EMAIL'")
                        .get(0, String.class))
                .isNotBlank();
        try (var peer = new SmtpPeer(() -> 0)) {
            assertThat(send(peer.url())).isEqualTo(1);
        }
        assertThat(db.fetchExists(
                        db.selectOne().from("correspondence.message_channel").where("trouble is not null")))
                .isFalse();
    }

    @Test
    void for_an_action_there_is_one_message_whoever_writes_it() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            var all = Stream.generate(() -> (Callable<Written>) () -> outbox.write(automatic("DUP", 1)))
                    .limit(8)
                    .toList();
            var written = writers.invokeAll(all).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(written).filteredOn(Written.Kept.class::isInstance).hasSize(1);
            var first = written.stream()
                    .filter(Written.Kept.class::isInstance)
                    .map(OutboxTest::kept)
                    .findFirst()
                    .orElseThrow();
            assertThat(written)
                    .filteredOn(Written.Duplicate.class::isInstance)
                    .allSatisfy(other -> assertThat(((Written.Duplicate) other).standing())
                            .hasSize(2)
                            .containsValue(first));

            assertThat(decisions.cancel(manager, everything, first).state()).isInstanceOf(MessageState.Cancelled.class);
            kept(outbox.write(automatic("DUP", 1)));
            kept(outbox.write(automatic("DUP", 2)));
        }
    }

    @Test
    void what_has_gone_out_is_not_taken_back_and_is_sent_again_only_by_a_person() {
        try (var peer = new SmtpPeer(() -> 0)) {
            var sent = write("DUP", 1);
            var failed = write("REF", 1);
            later.forward(Duration.ofMinutes(15));
            send(peer.url());

            assertThat(decisions.cancelAll(manager, everything, List.of(sent)).leftOut())
                    .extracting(MessageDecisions.LeftOut::code)
                    .containsExactly("SENT");
            assertThatThrownBy(() -> decisions.cancel(manager, everything, sent))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo("correspondence.message.problem.tooLate"));
            assertThatThrownBy(() -> outbox.resend(manager, everything, sent, null))
                    .isInstanceOf(Problem.class);

            var again = outbox.resend(manager, everything, failed, "compta@dupont.example");
            assertThat(again.resendOf()).isEqualTo(failed);
            assertThat(messages.resentAs(everything, failed)).contains(again.id());
            assertThatThrownBy(() -> outbox.resend(manager, everything, failed, null))
                    .isInstanceOf(Problem.class);
            later.forward(Duration.ofMinutes(3));
            assertThat(send(peer.url())).isEqualTo(1);
            assertThat(state(again.id())).isInstanceOf(MessageState.Sent.class);

            assertThat(reports.bounced(sent, "mailbox full")).isTrue();
            assertThat(events("DUP", EventType.MESSAGE_BOUNCED)).hasSize(1);
            assertThat(messages.list(
                                    everything,
                                    new Message.Filter(company.code(), "DUP", Name.BOUNCED, null, null, null),
                                    new Paging(10, null))
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void what_waits_for_confirmation_goes_out_after_it_and_not_before() {
        try (var peer = new SmtpPeer(() -> 0)) {
            var id = kept(outbox.write(composed("DUP").message(Release.AFTER_CONFIRMATION, null, Map.of(), List.of())));
            later.forward(Duration.ofDays(1));
            assertThat(send(peer.url())).isZero();
            assertThat(decisions.confirmAll(manager, everything, List.of(id)).done())
                    .containsExactly(id);
            assertThat(send(peer.url())).isEqualTo(1);
            var stranger = new Scope(manager.id(), java.util.Set.of(), Scope.Portfolio.EVERYONE);
            assertThatThrownBy(() -> messages.get(stranger, id)).isInstanceOf(Problem.class);
            assertThat(decisions.confirmAll(manager, stranger, List.of(id)).leftOut())
                    .isEmpty();
        }
    }

    @Test
    void old_texts_are_removed_and_the_fact_stays() {
        var id = write("DUP", 1);
        decisions.cancel(manager, everything, id);
        messagesPerish.remove().applyAsInt(later.instant().plus(Duration.ofDays(1)));
        assertThat(messages.body(everything, id)).isEmpty();
        assertThat(messages.get(everything, id).purged()).isTrue();
    }

    @Test
    void who_cannot_be_written_to_is_named_with_the_reason() {
        var wanted = Stream.of("NOM", "CRE")
                .map(code -> Composer.Order.about(
                        customers.get(everything, company.code(), code).id(), List.of()))
                .toList();
        assertThat(composer.compose(everything, company.id(), reminder(), wanted, MovableDate.USUAL)
                        .refused())
                .extracting(MessageRefusal::reason)
                .containsExactly(MessageRefusal.Reason.NO_EMAIL, MessageRefusal.Reason.IN_CREDIT);
        var gone = new TemplateUse(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1, "fr", "GONE");
        var dupont = Composer.Order.about(
                customers.get(everything, company.code(), "DUP").id(), List.of());
        assertThat(composer.compose(everything, company.id(), gone, List.of(dupont), MovableDate.USUAL)
                        .refused())
                .extracting(MessageRefusal::reason)
                .containsExactly(MessageRefusal.Reason.NO_TEMPLATE);
    }

    private int send(String url) {
        var server = MailServer.at(url, later, null);
        var transport = new EmailTransport(server, new Senders(settings, letterheads, server)) {
            @Override
            public boolean serves(long companyId) {
                return companyId == company.id();
            }
        };
        return new Postman<>(new MessageQueue(desk, transport, "test", later), transport, later)
                .run(Duration.ofMinutes(1));
    }

    private static TemplateUse reminder() {
        return new TemplateUse(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1, "fr", null);
    }

    private Composed composed(String code) {
        var order = Composer.Order.about(
                customers.get(everything, company.code(), code).id(), List.of());
        var outcome = composer.compose(everything, company.id(), reminder(), List.of(order), MovableDate.USUAL);
        assertThat(outcome.refused()).isEmpty();
        return outcome.made().getFirst();
    }

    private NewMessage automatic(String code, int occurrence) {
        var composed = composed(code);
        var occurrences = new java.util.HashMap<Long, Integer>();
        composed.items().forEach(item -> occurrences.put(item.id(), occurrence));
        return composed.message(Release.AUTOMATIC, null, occurrences, List.of());
    }

    private List<ActionId> actions(String code, int occurrence) {
        var composed = composed(code);
        return composed.items().stream()
                .map(item -> new ActionId(new RowId(composed.customer().id(), item.id()), occurrence))
                .toList();
    }

    private RowId write(String code, int occurrence) {
        return kept(outbox.write(automatic(code, occurrence)));
    }

    private static RowId kept(Written written) {
        assertThat(written).isInstanceOf(Written.Kept.class);
        return ((Written.Kept) written).id();
    }

    private MessageState state(RowId id) {
        return messages.get(everything, id).state();
    }

    private List<io.encours.timeline.Event> events(String code, EventType type) {
        return timeline.ofCustomer(
                        everything,
                        company.code(),
                        code,
                        new EventFilter(type, null, null, null, null, false),
                        null,
                        10)
                .items();
    }

    private void take(ImportKind kind, String rows) {
        var id = imports.start(
                everything,
                administrator,
                new Upload(company.code(), kind, kind.label() + ".csv", false),
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(everything, id).status())
                .as("%s", imports.errors(everything, id))
                .isEqualTo(io.encours.importing.ImportRun.Status.DONE);
    }
}
