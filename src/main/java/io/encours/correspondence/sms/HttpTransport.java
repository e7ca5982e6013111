package io.encours.correspondence.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends by a signed HTTP request: `{to, from, text, reference}`, answered by `{id}`.
final class HttpTransport implements SmsTransport {

    static final String PROVIDER = "http";

    private static final int MOST_OF_AN_ANSWER = 65_536;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int OK_FROM = 200;
    private static final int OK_TO = 299;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final URI address;
    private final HttpAccounts accounts;
    private final Clock clock;
    private final Duration answerWithin;

    HttpTransport(URI address, HttpAccounts accounts, Clock clock, Duration answerWithin) {
        this.address = address;
        this.accounts = accounts;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String provider(String company) {
        return accounts.of(company).provider();
    }

    @Override
    public SmsOutcome send(SmsOrder order) {
        var body = JSON.writeValueAsBytes(Map.of(
                "to", order.to(),
                "from", order.sender(),
                "text", order.text(),
                "reference", order.reference()));
        var time = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(address)
                .timeout(answerWithin)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.reference())
                .header(HttpSignature.TIME_HEADER, time)
                .header(
                        HttpSignature.SIGNATURE_HEADER,
                        accounts.signature(accounts.of(order.company())).of(time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return outcome(client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_OF_AN_ANSWER)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new SmsOutcome.Later(e.getClass().getSimpleName());
        } catch (IOException e) {
            return new SmsOutcome.Uncertain(e.getClass().getSimpleName(), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SmsOutcome.Uncertain("interrupted", List.of());
        }
    }

    private static SmsOutcome outcome(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var words = "HTTP " + status;
        if (status >= OK_FROM && status <= OK_TO) {
            var id = id(answer.body());
            return id.isEmpty()
                    ? new SmsOutcome.Uncertain(words + " without id", List.of())
                    : new SmsOutcome.Accepted(List.of(id));
        }
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return new SmsOutcome.Later(words);
        }
        return status >= SERVER_ERROR || status == TIMEOUT
                ? new SmsOutcome.Uncertain(words, List.of())
                : new SmsOutcome.Refused(words);
    }

    private static String id(String body) {
        try {
            return JSON.readTree(body).path("id").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
