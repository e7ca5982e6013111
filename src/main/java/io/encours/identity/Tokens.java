package io.encours.identity;

import static encours.db.identity.Tables.API_TOKEN;
import static encours.db.identity.Tables.APP_USER;

import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// API tokens: each speaks for a user, within its scopes and until it is revoked or expires. Only hashes are kept.
@Service
public class Tokens {

    /// `read`; `write`, which may read; `admin`, which may all, so far as the user may.
    public static final List<String> SCOPES = List.of("read", "write", "admin");

    /// Those that are of use to somebody with this role.
    public static List<String> scopesFor(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> SCOPES;
            case CREDIT_MANAGER, COLLECTOR, SALES, ORDER_ADMINISTRATION, ACCOUNTANT -> List.of("read", "write");
            case EXECUTIVE, GUEST -> List.of("read");
        };
    }

    private static final int LONGEST_LABEL = 200;
    private static final Duration EXACT_TO = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @param lastUsed to the minute; null: never
    public record Token(
            long id,
            String label,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsed) {}

    private final DSLContext db;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    Tokens(DSLContext db, Users users, Audit audit, Clock clock) {
        this.db = db;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a token; its value is given this once.
    ///
    /// @param label what it is for; null: API
    /// @param validFor null: until it is revoked
    /// @throws Problem refused when the scopes are wrong
    @Transactional
    public String create(
            long userId, @Nullable Collection<String> scopes, @Nullable String label, @Nullable Duration validFor) {
        var checks = new Checks();
        var wanted = scopes == null ? List.<String>of() : List.copyOf(scopes);
        checks.that(!wanted.isEmpty(), "scopes", "platform.problem.required");
        for (var index = 0; index < wanted.size(); index++) {
            checks.that(
                    SCOPES.contains(wanted.get(index)),
                    "scopes[" + index + "]",
                    "identity.problem.tokenScope",
                    String.join(", ", SCOPES));
        }
        var text = checks.optional("label", label, LONGEST_LABEL);
        checks.orRefuse();
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var value = "enc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store(userId, text == null ? "API" : text, value, new TreeSet<>(wanted), validFor);
        return value;
    }

    /// Makes `value` a token of the user, unless it is one already (`ENCOURS_API_TOKEN`).
    @Transactional
    public void store(long userId, String label, String value, Set<String> scopes) {
        store(userId, label, value, scopes, null);
    }

    /// Those of a user that are neither revoked nor expired, the latest first.
    public List<Token> of(long userId) {
        return db.selectFrom(API_TOKEN)
                .where(API_TOKEN.USER_ID.eq(userId), usable())
                .orderBy(API_TOKEN.ID.desc())
                .fetch(row -> new Token(
                        row.getId(),
                        row.getLabel(),
                        List.of(row.getScopes()),
                        row.getCreatedAt().toInstant(),
                        instant(row.getExpiresAt()),
                        instant(row.getLastUsedAt())));
    }

    /// The token is refused from the next request on.
    ///
    /// @throws Problem not found when the user has no such token
    @Transactional
    public void revoke(long userId, long tokenId) {
        var revoked = db.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, now())
                .where(API_TOKEN.ID.eq(tokenId), API_TOKEN.USER_ID.eq(userId), API_TOKEN.REVOKED_AT.isNull())
                .returning()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("identity.problem.unknownToken"));
        audit.record(
                AuditKind.TOKEN,
                users.byId(userId).orElseThrow().login(),
                revoked.getLabel(),
                Map.of("scopes", revoked.getScopes()),
                null);
    }

    /// Who a token speaks for; empty when it is unknown, revoked or expired, or its user inactive.
    Optional<SignedIn> speaker(String value) {
        return db.select(APP_USER.ID, API_TOKEN.ID, API_TOKEN.SCOPES, API_TOKEN.LAST_USED_AT)
                .from(API_TOKEN)
                .join(APP_USER)
                .on(APP_USER.ID.eq(API_TOKEN.USER_ID))
                .where(API_TOKEN.TOKEN_HASH.eq(Users.hash(value)), usable(), APP_USER.ACTIVE.isTrue())
                .fetchOptional()
                .flatMap(row -> {
                    used(row.value2(), row.value4());
                    return users.byId(row.value1()).map(user -> user.signedIn(Set.of(row.value3())));
                });
    }

    private void used(long tokenId, @Nullable OffsetDateTime before) {
        var now = now();
        if (before == null || before.isBefore(now.minus(EXACT_TO))) {
            db.update(API_TOKEN)
                    .set(API_TOKEN.LAST_USED_AT, now)
                    .where(API_TOKEN.ID.eq(tokenId))
                    .execute();
        }
    }

    private void store(long userId, String label, String value, Set<String> scopes, @Nullable Duration validFor) {
        var stored = db.insertInto(API_TOKEN)
                .set(API_TOKEN.USER_ID, userId)
                .set(API_TOKEN.LABEL, label)
                .set(API_TOKEN.TOKEN_HASH, Users.hash(value))
                .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new))
                .set(API_TOKEN.CREATED_AT, now())
                .set(API_TOKEN.EXPIRES_AT, validFor == null ? null : now().plus(validFor))
                .onConflictDoNothing()
                .execute();
        if (stored > 0) {
            var owner = users.byId(userId).orElseThrow();
            audit.record(AuditKind.TOKEN, owner.login(), label, null, Map.of("scopes", new TreeSet<>(scopes)));
        }
    }

    private org.jooq.Condition usable() {
        return API_TOKEN.REVOKED_AT.isNull().and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now())));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
