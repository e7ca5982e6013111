package io.encours.correspondence.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A1 short messages by a provider's HTTP address")
class HttpTransportTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final HttpSignature SIGNATURE = new HttpSignature("a secret of some length");
    private static final SmsOrder ORDER = new SmsOrder("ORA", "ORADINE", "+33612345678", "Échéance", "1-1");

    private HttpServer server;
    private volatile int status = 202;
    private volatile String answer = "{\"id\": \"P-1\"}";
    private volatile boolean valid;
    private volatile boolean hangs;
    private volatile byte[] body = new byte[0];

    @BeforeEach
    void a_provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/messages", exchange -> {
            body = exchange.getRequestBody().readAllBytes();
            valid = SIGNATURE.isValid(
                    exchange.getRequestHeaders().getFirst(HttpSignature.TIME_HEADER),
                    exchange.getRequestHeaders().getFirst(HttpSignature.SIGNATURE_HEADER),
                    body,
                    NOW);
            if (!hangs) {
                var text = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
                exchange.getResponseBody().write(text);
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void the_provider_goes() {
        server.stop(0);
    }

    @Test
    void a_message_is_signed_with_the_time_and_answered_by_an_id() {
        assertThat(send()).isEqualTo(new SmsOutcome.Accepted(List.of("P-1")));

        assertThat(valid).isTrue();
        var sent = JsonMapper.shared().readTree(body);
        assertThat(sent.get("to").asString()).isEqualTo("+33612345678");
        assertThat(sent.get("from").asString()).isEqualTo("ORADINE");
        assertThat(sent.get("text").asString()).isEqualTo("Échéance");
        assertThat(sent.get("reference").asString()).isEqualTo("1-1");
    }

    @ParameterizedTest(name = "HTTP {0} is {1}")
    @CsvSource({
        "400, Refused",
        "404, Refused",
        "422, Refused",
        "429, Later",
        "503, Later",
        "500, Uncertain",
        "502, Uncertain",
        "408, Uncertain"
    })
    void what_the_provider_answers_decides_whether_it_is_asked_again(int given, String outcome) {
        status = given;
        answer = "";

        assertThat(send().getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void an_answer_without_id_is_uncertain() {
        answer = "<html>ok</html>";

        assertThat(send()).isInstanceOf(SmsOutcome.Uncertain.class);
    }

    @Test
    void a_provider_that_does_not_answer_leaves_it_uncertain() {
        hangs = true;

        assertThat(send()).isInstanceOf(SmsOutcome.Uncertain.class);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_nothing_of_it() {
        server.stop(0);

        assertThat(send()).isInstanceOf(SmsOutcome.Later.class);
    }

    @ParameterizedTest(name = "signed {0} seconds ago, body changed: {1}")
    @CsvSource({"0, false, true", "299, false, true", "301, false, false", "-301, false, false", "0, true, false"})
    void a_signature_counts_for_five_minutes_and_one_body(int age, boolean changed, boolean isValid) {
        var time = String.valueOf(NOW.minusSeconds(age).getEpochSecond());
        var signed = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        var signature = SIGNATURE.of(time, signed);

        assertThat(SIGNATURE.isValid(time, signature, changed ? new byte[] {1} : signed, NOW))
                .isEqualTo(isValid);
    }

    private SmsOutcome send() {
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/messages");
        var accounts = new HttpAccounts(new SmsSettings(null, address.toString(), SIGNATURE.secret(), null, "ENCOURS"));
        return new HttpTransport(address, accounts, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMillis(500))
                .send(ORDER);
    }
}
