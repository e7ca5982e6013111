package io.encours.identity;

import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The passkeys of users (Q3): keys on their devices, which check their owner by finger, face or code and work on the
/// pages of Encours only. What is made, removed and refused is in the audit trail; for their use see `PasskeyDoor`.
@Service
public class Passkeys {

    /// What to ask a device.
    ///
    /// @param challenge to be kept until the answer comes
    /// @param options of `navigator.credentials`, as JSON
    public record Question(PasskeyChallenge challenge, Map<String, Object> options) {}

    private static final int LONGEST_NAME = 60;

    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    Passkeys(PasskeyStore store, PasskeyCeremony ceremony, Users users, Audit audit, Clock clock) {
        this.store = store;
        this.ceremony = ceremony;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// The first that was made first.
    public List<Passkey> of(long userId) {
        return store.of(userId);
    }

    /// What to ask a device that is to make a key for the user.
    @Transactional
    public Question askForNew(SignedIn user) {
        var challenge = new PasskeyChallenge(clock.instant());
        var options = ceremony.toMake(challenge, user, store.handle(user.id()), store.credentialIds(user.id()));
        return new Question(challenge, options);
    }

    /// Keeps a key that a device has made.
    ///
    /// @param challenge that was asked in the session; null: none
    /// @param answer of the device, `RegistrationResponseJSON`
    /// @throws Problem refused
    @Transactional(noRollbackFor = Problem.class)
    public void add(SignedIn user, @Nullable PasskeyChallenge challenge, String name, String answer) {
        var checks = new Checks();
        var text = checks.optional("name", name, LONGEST_NAME);
        checks.orRefuse();
        var asked = challenge == null ? Optional.<byte[]>empty() : challenge.take(clock.instant());
        if (asked.isEmpty()) {
            refused(user, name, PasskeyDoor.Refusal.EXPIRED);
            throw Problem.refused("identity.passkeys.expired");
        }
        var made = ceremony.made(answer, asked.get());
        var label = text == null ? "Encours" : text;
        if (made.isEmpty() || !store.insert(user.id(), label, made.get(), clock.instant())) {
            refused(user, label, PasskeyDoor.Refusal.WRONG);
            throw Problem.refused("identity.passkeys.notMade");
        }
        audit.record(user, AuditKind.PASSKEY, user.login(), label, null, Map.of("name", label));
    }

    /// Recorded as done by whoever is signed in.
    ///
    /// @throws Problem not found when the user has no such key
    @Transactional
    public void remove(long userId, long id) {
        var name = store.delete(userId, id).orElseThrow(() -> Problem.notFound("identity.passkeys.unknown"));
        var owner = users.byId(userId).orElseThrow();
        audit.record(AuditKind.PASSKEY, owner.login(), name, Map.of("name", name), null);
    }

    /// For who has lost a device, by an administrator.
    @Transactional
    public void removeAll(long userId) {
        of(userId).forEach(key -> remove(userId, key.id()));
    }

    private void refused(SignedIn user, String name, PasskeyDoor.Refusal why) {
        audit.record(user, AuditKind.PASSKEY, user.login(), name, Map.of(), Map.of("refusal", why.name()));
    }
}
