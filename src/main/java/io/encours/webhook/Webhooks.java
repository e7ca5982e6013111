package io.encours.webhook;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Webhooks: making, listing and removing them, and what was sent to each. For administrators.
@Service
public class Webhooks {

    private static final int DELIVERIES_SHOWN = 100;
    private static final int LONGEST = 2_000;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @param secret that signs what is sent; given this once
    public record Made(Webhook webhook, String secret) {}

    private final WebhookStore store;
    private final Audit audit;
    private final Clock clock;
    private final boolean allowPrivate;

    /// @param allowPrivate `ENCOURS_WEBHOOKS_ALLOW_PRIVATE`: this machine and private networks may be told
    Webhooks(
            WebhookStore store,
            Audit audit,
            Clock clock,
            @Value("${encours.webhooks.allow-private:false}") boolean allowPrivate) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.allowPrivate = allowPrivate;
    }

    public List<Webhook> list() {
        return store.all();
    }

    /// @throws Problem not found
    public Webhook get(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("webhook.problem.unknown", String.valueOf(id)));
    }

    /// @param events names outside, see `HookEvent`
    /// @throws Problem invalid with every wrong field
    @Transactional
    public Made create(SignedIn owner, @Nullable String address, @Nullable List<String> events) {
        var checks = new Checks();
        var to = checks.required("address", address, LONGEST);
        if (!to.isEmpty()) {
            switch (HookAddress.of(to, allowPrivate)) {
                case HookAddress.Closed closed -> checks.wrong("address", closed.reason());
                case HookAddress.Open open -> {}
            }
        }
        var wanted = new LinkedHashSet<>(Objects.requireNonNullElse(events, List.<String>of()));
        checks.that(!wanted.isEmpty(), "events", "platform.problem.required");
        wanted.stream()
                .filter(code -> HookEvent.of(code).isEmpty())
                .findFirst()
                .ifPresent(code -> checks.wrong("events", "webhook.problem.event", code));
        checks.orRefuse();
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var made = get(store.insert(owner.id(), to, secret, wanted, clock.instant()));
        audit.record(owner, AuditKind.WEBHOOK, String.valueOf(made.id()), to, null, made);
        return new Made(made, secret);
    }

    /// @throws Problem not found
    @Transactional
    public void remove(SignedIn user, long id) {
        var hook = get(id);
        store.delete(id);
        audit.record(user, AuditKind.WEBHOOK, String.valueOf(id), hook.address(), hook, null);
    }

    /// Serves one again that was disabled; what waited is sent.
    ///
    /// @throws Problem not found
    @Transactional
    public Webhook enable(SignedIn user, long id) {
        var before = get(id);
        store.disable(id, null);
        var after = get(id);
        audit.record(user, AuditKind.WEBHOOK, String.valueOf(id), after.address(), before, after);
        return after;
    }

    /// The last ones, the latest first.
    ///
    /// @throws Problem not found
    public List<Delivery> deliveries(long id) {
        return store.deliveries(get(id).id(), DELIVERIES_SHOWN);
    }

    /// Sends something again, as it was; its signature is of now.
    ///
    /// @throws Problem not found
    @Transactional
    public void again(long id, long deliveryId) {
        if (!store.again(get(id).id(), deliveryId, clock.instant())) {
            throw Problem.notFound("webhook.problem.unknownDelivery", String.valueOf(deliveryId));
        }
    }
}
