package io.encours.identity;

import com.webauthn4j.data.AuthenticationData;
import io.encours.identity.PasskeyStore.Stored;
import io.encours.identity.Passkeys.Question;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sign-in with a passkey (Q3): the key says by itself whose it is. Lock-out and deactivation hold as for passwords;
/// every use and every refusal is in the audit trail.
@Service
public class PasskeyDoor {

    /// How an attempt to sign in ended.
    public sealed interface Outcome {

        record Welcome(SignedIn user) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /// Why a key was refused.
    public enum Refusal {
        /// Nobody's key, or it was removed.
        UNKNOWN,
        /// Its owner is no longer active.
        INACTIVE,
        /// Its owner failed to sign in too often.
        LOCKED,
        /// Too many failures from the address.
        LIMITED,
        /// The challenge was answered before, or too late, or was never asked here.
        EXPIRED,
        /// Of another page, without its owner, wrongly signed, or a copy of the key.
        WRONG
    }

    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final Users users;
    private final SignInGuard guard;
    private final Audit audit;
    private final Clock clock;

    PasskeyDoor(
            PasskeyStore store, PasskeyCeremony ceremony, Users users, SignInGuard guard, Audit audit, Clock clock) {
        this.store = store;
        this.ceremony = ceremony;
        this.users = users;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /// What to ask a device that is to say who its owner is.
    public Question askWho() {
        var challenge = new PasskeyChallenge(clock.instant());
        return new Question(challenge, ceremony.toUse(challenge));
    }

    /// @param challenge that was asked in the session; null: none
    /// @param answer of the device, `AuthenticationResponseJSON`
    /// @param address the caller's
    @Transactional
    public Outcome signIn(@Nullable PasskeyChallenge challenge, String answer, String address) {
        var asked = challenge == null ? Optional.<byte[]>empty() : challenge.take(clock.instant());
        var said = ceremony.read(answer);
        var key = said.flatMap(data -> store.find(data.getCredentialId()));
        var owner = key.flatMap(found -> users.byId(found.userId()));
        var login = owner.map(Users.User::login).orElse("");
        var verdict = guard.begin(login, address);
        if (verdict == SignInGuard.Verdict.LIMITED) {
            return refused(login, "", Refusal.LIMITED);
        }
        if (said.isEmpty() || key.isEmpty() || owner.isEmpty()) {
            return refused(login, "", Refusal.UNKNOWN);
        }
        var name = key.get().name();
        if (verdict == SignInGuard.Verdict.LOCKED) {
            return refused(login, name, Refusal.LOCKED);
        }
        if (!owner.get().active()) {
            return refused(login, name, Refusal.INACTIVE);
        }
        if (asked.isEmpty()) {
            return refused(login, name, Refusal.EXPIRED);
        }
        var used = isOwners(said.get(), key.get())
                ? ceremony.used(said.get(), asked.get(), key.get())
                : Optional.<PasskeyCeremony.Used>empty();
        if (used.isEmpty()) {
            guard.failed(login);
            return refused(login, name, Refusal.WRONG);
        }
        return welcome(key.get(), login, used.get(), address);
    }

    private Outcome welcome(Stored key, String login, PasskeyCeremony.Used used, String address) {
        var now = clock.instant();
        store.used(key.id(), used, now);
        guard.succeeded(login, address);
        var user = users.signedInNow(login);
        audit.record(
                user,
                AuditKind.PASSKEY,
                login,
                key.name(),
                key.lastUsed() == null
                        ? Map.of()
                        : Map.of("lastUsed", key.lastUsed().truncatedTo(ChronoUnit.SECONDS)),
                Map.of("lastUsed", now.truncatedTo(ChronoUnit.SECONDS)));
        return new Outcome.Welcome(user);
    }

    private Outcome refused(String login, String name, Refusal why) {
        audit.record(
                null, AuditKind.PASSKEY, login.isEmpty() ? "-" : login, name, Map.of(), Map.of("refusal", why.name()));
        return new Outcome.Refused(why);
    }

    private static boolean isOwners(AuthenticationData said, Stored key) {
        return said.getUserHandle() != null
                && Base64Url.text(said.getUserHandle()).equals(key.handle());
    }
}
