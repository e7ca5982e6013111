package io.encours.identity;

import static encours.db.identity.Tables.SIGN_IN_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows down who guesses passwords: after ten failures a login is locked for a while, after forty an address. Logins
/// nobody has are counted alike, so that a lock tells nothing about who exists. In the database, for all nodes.
@Component
class SignInGuard {

    /// A lock ends so long after the last attempt that counted; failures are forgotten then.
    static final Duration PERIOD = Duration.ofMinutes(15);

    private static final int FAILURES_OF_A_LOGIN = 10;
    private static final int FAILURES_OF_AN_ADDRESS = 40;
    private static final Duration KEPT = Duration.ofDays(1);

    enum Verdict {
        ALLOWED,
        /// Too many failures of the login.
        LOCKED,
        /// Too many failures from the address.
        LIMITED
    }

    private enum Kind {
        LOGIN,
        ADDRESS
    }

    private final DSLContext db;
    private final Users users;
    private final Clock clock;

    SignInGuard(DSLContext db, Users users, Clock clock) {
        this.db = db;
        this.users = users;
        this.clock = clock;
    }

    /// Counts an attempt as failed before it is tried, so that many at once cannot slip through.
    @Transactional
    public Verdict begin(String login, String address) {
        if (count(Kind.ADDRESS, address, FAILURES_OF_AN_ADDRESS) == 0) {
            return Verdict.LIMITED;
        }
        var failures = count(Kind.LOGIN, normal(login), FAILURES_OF_A_LOGIN);
        return failures == 0 ? Verdict.LOCKED : Verdict.ALLOWED;
    }

    /// The attempt failed; it has been counted.
    @Transactional
    public void failed(String login) {
        var reached = db.fetchExists(
                SIGN_IN_FAILURE,
                SIGN_IN_FAILURE.KIND.eq(Kind.LOGIN.name()),
                SIGN_IN_FAILURE.VALUE.eq(normal(login)),
                SIGN_IN_FAILURE.FAILURES.eq(FAILURES_OF_A_LOGIN));
        if (reached) {
            users.find(login).ifPresent(user -> users.note(user.id(), Map.of("locked", false), Map.of("locked", true)));
        }
    }

    /// The attempt succeeded: it is no longer counted, and the login's failures are forgotten.
    @Transactional
    public void succeeded(String login, String address) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.KIND.eq(Kind.LOGIN.name()), SIGN_IN_FAILURE.VALUE.eq(normal(login)))
                .or(SIGN_IN_FAILURE.LAST_AT.lt(now().minus(KEPT)))
                .execute();
        db.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.FAILURES, SIGN_IN_FAILURE.FAILURES.minus(1))
                .where(SIGN_IN_FAILURE.KIND.eq(Kind.ADDRESS.name()), SIGN_IN_FAILURE.VALUE.eq(address))
                .execute();
    }

    /// @return whether it was locked
    @Transactional
    public boolean unlock(String login) {
        return db.deleteFrom(SIGN_IN_FAILURE)
                        .where(SIGN_IN_FAILURE.KIND.eq(Kind.LOGIN.name()), SIGN_IN_FAILURE.VALUE.eq(normal(login)))
                        .and(SIGN_IN_FAILURE.FAILURES.ge(FAILURES_OF_A_LOGIN))
                        .execute()
                > 0;
    }

    /// Those of the logins that are locked now.
    Set<String> locked(Collection<String> logins) {
        return db.select(SIGN_IN_FAILURE.VALUE)
                .from(SIGN_IN_FAILURE)
                .where(
                        SIGN_IN_FAILURE.KIND.eq(Kind.LOGIN.name()),
                        SIGN_IN_FAILURE.VALUE.in(logins),
                        SIGN_IN_FAILURE.FAILURES.ge(FAILURES_OF_A_LOGIN),
                        SIGN_IN_FAILURE.LAST_AT.ge(now().minus(PERIOD)))
                .fetchSet(SIGN_IN_FAILURE.VALUE);
    }

    /// @return failures with this one; 0: there were too many, and this one is not counted
    private int count(Kind kind, String value, int most) {
        var now = now();
        var forgotten = now.minus(PERIOD);
        return db.fetchOptional("""
                        insert into identity.sign_in_failure as f (kind, value, failures, last_at)
                        values (?, ?, 1, ?::timestamptz)
                        on conflict (kind, value) do update set
                            failures = case when f.last_at < ?::timestamptz then 1 else f.failures + 1 end,
                            last_at = excluded.last_at
                        where f.last_at < ?::timestamptz or f.failures < ?
                        returning failures
                        """, kind.name(), value, now, forgotten, forgotten, most)
                .map(row -> row.get(0, int.class))
                .orElse(0);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String normal(String login) {
        var text = login.strip().toLowerCase(Locale.ROOT);
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
