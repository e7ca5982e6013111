package io.encours.webhook;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.webhook.Delivery.State;
import io.encours.webhook.WebhookStore.Due;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what waits, outside of any transaction: taken in one, sent, its end written in another. A node that falls
/// between
/// the two leaves it to be sent again; the receiver knows it by the id in the body. Who does not answer with 2xx is
/// tried
/// again after growing pauses for a day; then the webhook is disabled, unless something else reached it meanwhile.
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /// Twenty-three hours and a half together.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(8));

    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_OF_AN_ANSWER = 65_536;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ANSWER_KEPT = 500;

    private final WebhookStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean privateNetworks;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Deliveries(
            WebhookStore store,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${encours.webhooks.private-networks:false}") boolean privateNetworks) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.privateNetworks = privateNetworks;
    }

    /// @return how many were tried
    int sendDue() {
        var tried = 0;
        for (var due = take(); !due.isEmpty(); due = take()) {
            tried += due.size();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(one -> threads.execute(() -> send(one)));
            }
        }
        return tried;
    }

    private List<Due> take() {
        var now = clock.instant();
        var taken = transaction.execute(status -> store.take(AT_ONCE, now, now.plus(LEASE)));
        return taken == null ? List.of() : taken;
    }

    private void send(Due due) {
        try {
            var refusal = HookAddress.refusal(due.address(), privateNetworks);
            if (refusal.isPresent()) {
                end(due, null, refusal.get());
                return;
            }
            // Headers alone are under the patience of the request; the body has to end as well.
            var exchange = client.sendAsync(
                    request(due),
                    info -> BodySubscribers.mapping(
                            BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_OF_AN_ANSWER),
                            bytes -> new String(bytes, StandardCharsets.UTF_8)));
            try {
                var answer = exchange.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
                end(due, answer.statusCode(), answer.body());
            } catch (ExecutionException | TimeoutException e) {
                exchange.cancel(true);
                end(
                        due,
                        null,
                        (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Delivery {} could not be sent", due.id(), e);
        }
    }

    private HttpRequest request(Due due) {
        return HttpRequest.newBuilder(URI.create(due.address()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Encours")
                .header("Encours-Event", due.event())
                .header("Encours-Delivery", String.valueOf(due.id()))
                .header(Signature.HEADER, Signature.of(due.secret(), clock.instant(), due.body()))
                .POST(HttpRequest.BodyPublishers.ofString(due.body()))
                .build();
    }

    private void end(Due due, @Nullable Integer status, String answer) {
        var now = clock.instant();
        var kept = answer.replace("\u0000", "");
        var beginning = kept.substring(0, Math.min(kept.length(), ANSWER_KEPT));
        transaction.executeWithoutResult(transactionStatus -> {
            if (status != null && status / 100 == 2) {
                store.end(due.id(), State.DELIVERED, now, status, beginning);
            } else if (due.tries() <= PAUSES.size()) {
                store.end(due.id(), State.WAITING, now.plus(PAUSES.get(due.tries() - 1)), status, beginning);
            } else {
                store.end(due.id(), State.FAILED, now, status, beginning);
                disableUnlessAlive(due);
            }
        });
    }

    private void disableUnlessAlive(Due due) {
        if (!store.deliveredSince(due.hookId(), due.createdAt())) {
            store.disable(due.hookId(), clock.instant());
            audit.record(
                    null,
                    AuditKind.WEBHOOK,
                    String.valueOf(due.hookId()),
                    due.address(),
                    Map.of("disabled", false),
                    Map.of("disabled", true));
        }
    }
}
