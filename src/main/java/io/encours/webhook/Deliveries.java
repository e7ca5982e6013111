package io.encours.webhook;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.webhook.Delivery.State;
import io.encours.webhook.WebhookStore.Due;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
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
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ANSWER_KEPT = 500;

    private final WebhookStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean allowPrivate;
    private final HookSender sender = new HookSender(PATIENCE);

    Deliveries(
            WebhookStore store,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${encours.webhooks.allow-private:false}") boolean allowPrivate) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.allowPrivate = allowPrivate;
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
            switch (HookAddress.of(due.address(), allowPrivate)) {
                case HookAddress.Closed closed -> end(due, null, closed.reason());
                case HookAddress.Open open -> {
                    try {
                        var answer = sender.post(open, headers(due), due.body());
                        end(due, answer.status(), answer.body());
                    } catch (IOException e) {
                        end(due, null, e.getClass().getSimpleName());
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.error("Delivery {} could not be sent", due.id(), e);
        }
    }

    private Map<String, String> headers(Due due) {
        return Map.of(
                "User-Agent",
                "Encours",
                "Encours-Event",
                due.event(),
                "Encours-Delivery",
                String.valueOf(due.id()),
                Signature.HEADER,
                Signature.of(due.secret(), clock.instant(), due.body()));
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
