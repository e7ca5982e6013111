package io.encours.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.platform.Problem;
import io.encours.platform.sending.Postman;
import io.encours.testing.IntegrationTest;
import io.encours.testing.SmtpPeer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Mails of the system have an outbox of their own")
class SystemMailTest {

    @Autowired
    private SystemMail mails;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    @Test
    void a_mail_goes_out_once_and_loses_its_text() {
        try (var peer = new SmtpPeer(() -> 0)) {
            var file = new Mail.File("a.txt", "text/plain", "Bonjour".getBytes(StandardCharsets.UTF_8));
            var sent = mails.write("nadia@system.example", "fr", "Accès", "Votre lien", null, List.of(file));
            var refused = mails.write("refused@system.example", "fr", "Accès", "Votre lien", null, List.of());
            assertThat(send(peer)).isEqualTo(2);
            assertThat(send(peer)).isZero();

            assertThat(peer.taken("nadia@system.example")).isEqualTo(1);
            assertThat(peer.messages().getFirst()).contains("From: Encours <noreply@example.com>", "a.txt");
            assertThat(state(sent)).isEqualTo("SENT ");
            assertThat(state(refused)).isEqualTo("FAILED ");
        }
    }

    @Test
    void an_address_that_cannot_be_written_to_is_refused_at_once() {
        assertThatThrownBy(() -> mails.write("a@b\r\nBcc: c@d.example", "fr", "", "", null, List.of()))
                .isInstanceOf(Problem.class);
    }

    private int send(SmtpPeer peer) {
        var server = MailServer.at(peer.url(), clock, null);
        return new Postman<>(new SystemMailQueue(db, server, clock), SystemMailQueue.carrier(server), clock)
                .run(Duration.ofMinutes(1));
    }

    private String state(long id) {
        return db.fetchSingle("select state || ' ' || text from platform.system_mail where id = ?", id)
                .into(String.class);
    }
}
