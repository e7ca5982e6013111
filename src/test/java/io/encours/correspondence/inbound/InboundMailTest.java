package io.encours.correspondence.inbound;

import static encours.db.correspondence.Tables.INBOUND;
import static encours.db.correspondence.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.encours.company.Company;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.timeline.Event;
import io.encours.timeline.EventFilter;
import io.encours.timeline.EventType;
import io.encours.timeline.Timeline;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("C4 answers and bounces by e-mail")
class InboundMailTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ContactMarks marks;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Customers customers;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    private Company company;
    private SignedIn manager;
    private Scope everything;
    private Customer dupont;
    private GreenMailUser box;
    private ImapAddress address;
    private String mail;

    @BeforeAll
    static void a_server() {
        SERVER.start();
    }

    @AfterAll
    static void the_server_goes() {
        SERVER.stop();
    }

    @BeforeEach
    void a_mailbox_and_a_customer() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        everything = fixtures.everythingOf(company);
        mail = "compta@" + company.code().toLowerCase(java.util.Locale.ROOT) + ".example";
        dupont = aCustomer("DUP", mail, "04 76 00 00 01");
        var name = "box" + company.code();
        box = SERVER.setUser(name + "@localhost", name, "pa:ss@w");
        address = ImapAddress.of(
                "imap://" + name + ":pa%3Ass%40w@localhost:" + SERVER.getImap().getPort() + "#" + company.code());
    }

    @Test
    void an_answer_is_put_on_the_timeline_of_who_wrote_it() {
        arrives(Mails.text(
                "Compta Dupont <" + mail + ">",
                "x@oradine.example",
                "a1",
                "",
                "Bonjour,\n\nR\u00e9gl\u00e9 hier.\n\n> Votre facture\n> F-1"));

        assertThat(read()).isEqualTo(1);

        var event = events(dupont).getFirst();
        assertThat(event.type()).isEqualTo(EventType.ANSWER);
        assertThat(event.channel()).isEqualTo("EMAIL");
        assertThat(event.text()).isEqualTo("Bonjour,\n\nRéglé hier.");
        assertThat(event.details())
                .containsEntry("subject", "Re: vos factures")
                .containsEntry("from", "Compta Dupont <" + mail + ">");
        assertThat(inbox.quoted(dupont.id(), event.id().id())).contains("> Votre facture\n> F-1");
        assertThat(inbox.unread(List.of(dupont.id()))).containsKey(dupont.id());
    }

    @Test
    void the_reference_in_the_address_says_whose_it_is_whoever_writes() {
        var message = aMessageTo(dupont);
        arrives(Mails.text("patron@ailleurs.example", "recouvrement+" + message + "@oradine.example", "b1", "", "OK"));

        read();

        assertThat(events(dupont))
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("messageId", message.substring(0, message.lastIndexOf('-'))));
    }

    @Test
    void a_reference_with_another_secret_is_nobodys() {
        var message = aMessageTo(dupont);
        var forged = message.substring(0, message.length() - 10) + "zzzzzzzzzz";
        arrives(Mails.text("inconnu@ailleurs.example", "recouvrement+" + forged + "@oradine.example", "c1", "", "OK"));

        read();

        assertThat(events(dupont)).isEmpty();
        assertThat(toAttach()).hasSize(1);
    }

    @Test
    void the_message_it_answers_says_whose_it_is() {
        var message = aMessageTo(dupont);
        arrives(Mails.text(
                "patron@ailleurs.example",
                "recouvrement@oradine.example",
                "d1",
                "References: <x@y> <" + message + "@oradine.example>\n",
                "Vu"));

        read();

        assertThat(events(dupont)).hasSize(1);
    }

    @Test
    void a_report_of_delivery_marks_the_address_and_tells_the_log() {
        var message = aMessageTo(dupont);
        arrives(Mails.report("e1", mail, "5.1.1", "550 5.1.1 User unknown", "<" + message + "@oradine.example>"));

        read();

        assertThat(events(dupont).getFirst().type()).isEqualTo(EventType.MESSAGE_BOUNCED);
        assertThat(db.select(MESSAGE.STATE)
                        .from(MESSAGE)
                        .where(MESSAGE.CUSTOMER_ID.eq(dupont.id()))
                        .fetch(MESSAGE.STATE))
                .containsExactly("BOUNCED");
        assertThat(marks.of(dupont)).singleElement().satisfies(mark -> {
            assertThat(mark.reason()).isEqualTo(ContactMark.Reason.BOUNCED);
            assertThat(mark.detail()).isEqualTo("550 5.1.1 User unknown");
        });
        assertThat(inbox.unread(List.of(dupont.id()))).isEmpty();
    }

    @Test
    void a_full_mailbox_is_no_wrong_address() {
        arrives(Mails.report(
                "f1", mail, "5.2.2", "552 5.2.2 Over quota", "<" + aMessageTo(dupont) + "@oradine.example>"));

        read();

        assertThat(events(dupont).getFirst().type()).isEqualTo(EventType.MESSAGE_BOUNCED);
        assertThat(marks.of(dupont)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mail delivery failed: returning message to sender",
                "Échec de remise du message",
                "Votre message n'a pas pu être remis",
                "Message non distribuable : Non remis",
                "Undeliverable: Relance"
            })
    void the_free_words_of_a_mail_server_are_understood(String subject) {
        var message = aMessageTo(dupont);
        arrives(Mails.raw("""
                From: Mail Delivery Subsystem <postmaster@mx.example>
                To: recouvrement@oradine.example
                Subject: %s
                Message-ID: <%s@mx.example>
                Content-Type: text/plain; charset=UTF-8

                <%s>: host mx said:
                550 5.1.1 no such user

                ---- original ----
                Message-ID: <%s@oradine.example>
                """.formatted(utf8(subject), UUID.randomUUID(), mail, message)));

        read();

        assertThat(events(dupont).getFirst().type()).isEqualTo(EventType.MESSAGE_BOUNCED);
        assertThat(marks.of(dupont)).extracting(ContactMark::detail).containsExactly("550 5.1.1 no such user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\n",
                "X-Autoreply: yes\n",
                "Precedence: auto_reply\n",
                "Subject: =?ISO-8859-1?Q?R=E9ponse_automatique=A0:_absence?=\n"
            })
    void what_a_machine_writes_is_no_answer(String header) {
        arrives(Mails.raw("From: " + mail + "\nTo: x@oradine.example\nMessage-ID: <" + UUID.randomUUID() + "@c>\n"
                + header + "\nJe suis absent.\n"));

        read();

        assertThat(events(dupont))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo(EventType.AUTOMATIC_ANSWER));
        assertThat(inbox.unread(List.of(dupont.id()))).isEmpty();
    }

    @Test
    void files_come_with_it_and_what_is_not_kept_is_named() throws MessagingException {
        arrives(Mails.raw("""
                From: %s
                Message-ID: <g1@client.example>
                Subject: =?ISO-8859-1?Q?Relev=E9?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: multipart/alternative; boundary="c"

                --c
                Content-Type: text/html; charset=windows-1252

                <p>Ci-joint notre <b>relev\u00e9</b>.</p><script>alert(1)</script>
                --c--
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="releve.pdf"

                %%PDF-1.4 releve
                --b
                Content-Type: application/ms-tnef
                Content-Disposition: attachment; filename="winmail.dat"
                Content-Transfer-Encoding: base64

                eJ8+IgAA
                --b--
                """.formatted(mail)));

        read();

        var event = events(dupont).getFirst();
        assertThat(event.text()).isEqualTo("Ci-joint notre relevé.");
        assertThat(event.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("releve.pdf"));
        assertThat(event.details()).containsEntry("notKept", "winmail.dat").containsEntry("subject", "Relevé");
    }

    @Test
    void what_nobody_knows_waits_for_a_person_who_attaches_it_with_its_files() {
        arrives(Mails.raw("""
                From: Inconnu <inconnu@ailleurs.example>
                Message-ID: <h1@client.example>
                Subject: Facture
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                Voici.
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="f.pdf"

                %PDF-1.4 f
                --b--
                """));
        read();
        var waiting = toAttach().getFirst();
        assertThat(waiting.sender()).isEqualTo("inconnu@ailleurs.example");

        inbox.attach(manager, everything, waiting.id(), company.code(), "DUP");

        assertThat(toAttach()).isEmpty();
        var event = events(dupont).getFirst();
        assertThat(event.author()).isEqualTo(manager.displayName());
        assertThat(event.attachments()).hasSize(1);
        assertThatThrownBy(() -> inbox.dismiss(manager, everything, waiting.id()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_waits_is_seen_only_by_who_sees_every_customer_of_the_company() {
        arrives(Mails.text("inconnu@ailleurs.example", "x@oradine.example", "i1", "", "?"));
        read();
        var id = toAttach().getFirst().id();
        var agent = fixtures.anAgent(company);
        var own = new Scope(agent.id(), Set.of(company.id()), Scope.Portfolio.OWN);
        var other = fixtures.aCompany();

        assertThat(inbox.countToAttach(agent, own)).isZero();
        assertThat(inbox.countToAttach(manager, fixtures.everythingOf(other))).isZero();
        assertThatThrownBy(() -> inbox.dismiss(manager, fixtures.everythingOf(other), id))
                .isInstanceOf(Problem.class);

        inbox.dismiss(manager, everything, id);
        assertThat(toAttach()).isEmpty();
    }

    @Test
    void two_customers_with_one_address_are_a_question_for_a_person() {
        aCustomer("DU2", mail, null);
        arrives(Mails.text(mail, "x@oradine.example", "j1", "", "Lequel ?"));

        read();

        assertThat(toAttach())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.suggestions())
                        .extracting(Unattached.Suggestion::code)
                        .containsExactly("DUP", "DU2"));
    }

    @Test
    void a_new_validity_of_the_ids_brings_nothing_in_twice() {
        arrives(Mails.text(mail, "x@oradine.example", "k1", "", "Un"));
        read();
        db.execute(
                "update correspondence.mailbox_position set uid_validity = uid_validity - 1 where mailbox = ?",
                address.toString());
        arrives(Mails.text(mail, "x@oradine.example", "k2", "", "Deux"));

        read();

        assertThat(events(dupont)).extracting(Event::text).containsExactlyInAnyOrder("Un", "Deux");
    }

    @Test
    @DisplayName("C4 two hundred mails of every kind: each is kept once, each is marked as read afterwards")
    void two_hundred_mails_of_every_kind() throws FolderException, MessagingException {
        for (var index = 0; index < 40; index++) {
            var id = "z" + index;
            arrives(Mails.text(mail, "x@oradine.example", id, "", "R\u00e9ponse " + index));
            arrives(Mails.text(mail, "x@oradine.example", id, "", "R\u00e9ponse " + index)); // twice the same
            arrives(odd(index));
            arrives(Mails.raw(
                    "From: " + mail + "\nMessage-ID: <auto" + index + "@c>\nAuto-Submitted: auto-replied\n\nAbsent\n"));
            arrives(Mails.text("inconnu" + index + "@ailleurs.example", "x@oradine.example", "u" + index, "", "?"));
        }

        assertThat(read()).isEqualTo(200);
        assertThat(read()).isZero();

        var kept = db.selectFrom(INBOUND)
                .where(INBOUND.SOURCE.eq(address.toString()))
                .fetch();
        assertThat(kept).hasSize(160);
        assertThat(events(dupont).stream().filter(event -> event.text().startsWith("Réponse")))
                .hasSize(40);
        assertThat(events(dupont).stream().filter(event -> event.type() == EventType.AUTOMATIC_ANSWER))
                .hasSize(40);
        assertThat(SERVER.getManagers().getImapHostManager().getInbox(box).getMessages())
                .allMatch(stored -> stored.getFlags().contains(Flags.Flag.SEEN));
    }

    /// What real mailboxes hold: no sender, no text, letters nobody declared, parts that never end.
    private static MimeMessage odd(int index) {
        var id = "Message-ID: <odd" + index + "@c>\n";
        return Mails.raw(
                switch (index % 8) {
                    case 0 -> id + "\n";
                    case 1 ->
                        id + "From: \u00c9ric <eric" + index
                                + "@ailleurs.example>\nSubject: \u00e9ch\u00e9ance\n\n\u00e9t\u00e9\n";
                    case 2 ->
                        id
                                + "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nsans fin";
                    case 3 -> id + "From: a@b.example\nContent-Type: text/plain; charset=x-nobody-knows\n\nTexte\n";
                    case 4 -> id + "From: a@b.example\nContent-Transfer-Encoding: strange\n\nTexte\n";
                    case 5 -> id + "From: a@b.example\nSubject: =?utf-8?B?????\n\n\0zero\0\n";
                    case 6 ->
                        id
                                + "From: a@b.example\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n!!!!notbase64\n";
                    default -> "From: a@b.example\nSubject: sans numéro " + index + "\n\n" + "x".repeat(300_000) + "\n";
                });
    }

    private void arrives(MimeMessage message) {
        box.deliver(message);
    }

    private int read() {
        try {
            return mailboxes.read(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Unattached> toAttach() {
        return inbox.toAttach(manager, everything, null, 100).items();
    }

    private List<Event> events(Customer customer) {
        return timeline.ofCustomer(everything, customer.id(), EventFilter.ALL, null, 300)
                .items();
    }

    private static String utf8(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private Customer aCustomer(String code, String email, String phone) {
        return customers.put(
                everything,
                company.code(),
                code,
                new Customer.Details(
                        "Client " + code,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "fr",
                        email,
                        phone,
                        null,
                        null,
                        null,
                        "FR",
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /// @return its reference
    private String aMessageTo(Customer customer) {
        var id = db.fetchSingle("""
                        insert into correspondence.message (customer_id, company_id, channel, purpose, stage, language,
                            recipients, subject, amount, currency, created_for, created_at, author_name, by_hand, state,
                            state_since, due_at, sent_at, secret)
                        values (?, ?, 'EMAIL', 'REMINDER', 'AMICABLE', 'fr', array[?], 'Relance', 0, 'EUR', '2026-11-24',
                            '2026-11-24', 'Encours', true, 'SENT', '2026-11-24', '2026-11-24', '2026-11-24', 'abcdefghjk')
                        returning id
                        """, customer.id(), company.id(), mail).get(0, Long.class);
        return new RowId(customer.id(), id) + "-abcdefghjk";
    }
}
