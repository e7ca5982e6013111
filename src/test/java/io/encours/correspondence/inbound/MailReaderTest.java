package io.encours.correspondence.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.encours.timeline.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C4 reading a mail")
class MailReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final MailReader reader = new MailReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "pas un mail",
                ":\n:\n",
                "From: <<<>>> ,,, @\n\nTexte",
                "From:\nTo:\nSubject:\n\n",
                "Content-Type: ; ; =\n\nTexte",
                "Content-Type: multipart/mixed\n\nsans limite",
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
                "Content-Transfer-Encoding: quoted-printable\n\n=ZZ=1",
                "Content-Type: text/html; charset=\"\n\n<p>a",
                "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\n",
                "Content-Type: text/plain; charset=''\n\n\0"
            })
    void whatever_it_is_something_comes_out(String mail) {
        var incoming = read(mail);

        assertThat(incoming.sameAs()).isNotBlank();
        assertThat(incoming.text() + incoming.subject() + incoming.sender()).doesNotContain("\0");
    }

    @Test
    void octets_at_random_do_not_stop_it() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var octets = new byte[random.nextInt(400)];
            random.nextBytes(octets);
            var head = "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n";
            var mail = (head + new String(octets, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
            assertThatCode(() -> reader.read(mail, "box", NOW)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subject: =?ISO-8859-1?Q?=C9ch=E9ance?=            | Échéance",
                "Subject: =?UTF-8?B?w4ljaMOpYW5jZQ==?=             | Échéance",
                "Subject: =?iso-8859-15?Q?100_=A4?=                | 100 €",
                "Subject: \u00c9ch\u00e9ance                       | Échéance",
                "Subject: \u00c3\u0089ch\u00c3\u00a9ance           | Échéance",
                "Subject: =?x-nobody?Q?a?=                         | =?x-nobody?Q?a?="
            })
    void letters_of_a_subject_are_read_however_they_are_written(String header, String subject) {
        assertThat(read(header.strip() + "\n\nTexte").subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le mar. 24 nov. 2026 à 10:00, Encours <x@y.example> a écrit\u00a0:",
                "Le 24/11/2026 à 10:00,\nEncours a écrit :",
                "On Tue, Nov 24, 2026 at 10:00 AM Encours <x@y.example> wrote:",
                "-----Message d'origine-----",
                "________________________________",
                "De : Encours <x@y.example>\nEnvoyé : mardi 24 novembre 2026",
                "> Votre facture"
            })
    void what_it_answers_to_is_folded_away(String introduction) {
        var text = MailText.of("Réglé hier.\n\nPaul\n\n" + introduction + "\nVotre facture F-1");

        assertThat(text.own()).isEqualTo("Réglé hier.\n\nPaul");
        assertThat(text.quoted()).startsWith(introduction);
    }

    @Test
    void an_answer_between_the_lines_is_shown_whole() {
        assertThat(MailText.of("> Quand ?\nDemain").own()).isEqualTo("> Quand ?\nDemain");
    }

    @Test
    void a_report_of_several_recipients_tells_of_the_one_that_failed() {
        var incoming = read("""
                From: MAILER-DAEMON@mx.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; bon@client.example
                Action: delivered
                Status: 2.0.0

                Final-Recipient: rfc822; Parti@Client.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                 unknown user

                --b--
                """);

        assertThat(incoming.type()).isEqualTo(EventType.MESSAGE_BOUNCED);
        assertThat(incoming.bounce())
                .isEqualTo(new Incoming.Bounce("parti@client.example", "550 5.1.1 unknown user", true));
    }

    @Test
    void a_delay_is_no_bounce() {
        var incoming = read("""
                From: MAILER-DAEMON@mx.example
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; a@client.example
                Action: delayed
                Status: 4.4.1

                --b--
                """);

        assertThat(incoming.type()).isEqualTo(EventType.AUTOMATIC_ANSWER);
    }

    private Incoming read(String mail) {
        return reader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), "box", NOW);
    }
}
