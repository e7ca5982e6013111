package io.encours.identity;

import static encours.db.identity.Tables.ONE_TIME_LINK;

import io.encours.identity.Users.User;
import io.encours.platform.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links that let a person without a password set the first one, once. Only the hash of a link is kept.
@Service
public class OneTimeLinks {

    private static final Duration VALID = Duration.ofDays(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final Users users;
    private final PasswordRules rules;
    private final Clock clock;

    OneTimeLinks(DSLContext db, Users users, PasswordRules rules, Clock clock) {
        this.db = db;
        this.users = users;
        this.rules = rules;
        this.clock = clock;
    }

    /// Makes a link for the user, in place of those made before; its value is given this once.
    @Transactional
    public String create(long userId) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var value = HexFormat.of().formatHex(bytes);
        db.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now())
                .where(ONE_TIME_LINK.USER_ID.eq(userId), ONE_TIME_LINK.USED_AT.isNull())
                .execute();
        db.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, Users.hash(value))
                .set(ONE_TIME_LINK.USER_ID, userId)
                .set(ONE_TIME_LINK.EXPIRES_AT, now().plus(VALID))
                .execute();
        users.note(userId, Map.of(), Map.of("oneTimeLink", "MADE"));
        return value;
    }

    /// Whom the link is for.
    ///
    /// @throws Problem not found when it is unknown, used or expired
    public User userOf(String link) {
        return db.select(ONE_TIME_LINK.USER_ID)
                .from(ONE_TIME_LINK)
                .where(usable(link))
                .fetchOptional(ONE_TIME_LINK.USER_ID)
                .flatMap(users::byId)
                .filter(User::active)
                .orElseThrow(OneTimeLinks::unusable);
    }

    /// Sets the password and spends the link: of two attempts at once, one wins.
    ///
    /// @throws Problem not found when the link is unknown, used or expired; refused when the password breaks a rule
    @Transactional
    public void setPassword(String link, String password) {
        var user = userOf(link);
        rules.refusal(password, user.login(), user.name(), user.email()).ifPresent(reason -> {
            throw Problem.invalid("password", reason);
        });
        var spent = db.update(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.USED_AT, now())
                .where(usable(link))
                .execute();
        if (spent == 0) {
            throw unusable();
        }
        users.setPassword(user.id(), password);
    }

    private Condition usable(String link) {
        return ONE_TIME_LINK
                .TOKEN_HASH
                .eq(Users.hash(link))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now()));
    }

    private static Problem unusable() {
        return Problem.notFound("identity.firstSignIn.unusable");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
