package io.encours.identity;

import static encours.db.identity.Tables.API_TOKEN;
import static encours.db.identity.Tables.APP_USER;

import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people who use Encours, their passwords and API tokens.
@Service
public class Users {

    /// A person. The password stays inside.
    public record User(
            long id,
            String login,
            String name,
            @Nullable String email,
            String language,
            Role role,
            CollectionsRole collectionsRole,
            boolean active) {

        public SignedIn signedIn(Set<String> scopes) {
            return new SignedIn(id, login, name, language, role, collectionsRole, scopes);
        }
    }

    /// What may be said of a new user.
    public record Details(
            String login,
            String name,
            @Nullable String email,
            String language,
            Role role,
            CollectionsRole collectionsRole,
            @Nullable String password) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    Users(DSLContext db, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    public List<User> all() {
        return db.selectFrom(APP_USER).orderBy(APP_USER.NAME, APP_USER.ID).fetch(Users::user);
    }

    /// By name, in parts.
    public Slice<User> list(Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 2);
        var rows = db.selectFrom(APP_USER)
                .where(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(APP_USER.NAME, APP_USER.ID).gt(after.text(0), after.number(1)))
                .orderBy(APP_USER.NAME, APP_USER.ID)
                .limit(paging.size() + 1)
                .fetch(Users::user);
        return paging.slice(rows, user -> Cursor.after(user.name(), user.id()));
    }

    public Optional<User> find(String login) {
        return db.selectFrom(APP_USER).where(APP_USER.LOGIN.eq(normal(login))).fetchOptional(Users::user);
    }

    public Optional<User> byId(long id) {
        return db.selectFrom(APP_USER).where(APP_USER.ID.eq(id)).fetchOptional(Users::user);
    }

    /// People items can be assigned to, by name.
    public List<User> collectors() {
        return all().stream()
                .filter(user -> user.active() && user.collectionsRole() != CollectionsRole.NONE)
                .toList();
    }

    /// The first administrator who may sign in; empty before the first start has made one.
    public Optional<User> administrator() {
        return db.selectFrom(APP_USER)
                .where(APP_USER.ROLE.eq(Role.ADMINISTRATOR.name()), APP_USER.ACTIVE.isTrue())
                .orderBy(APP_USER.ID)
                .limit(1)
                .fetchOptional(Users::user);
    }

    /// @throws Problem conflict when the login is taken
    @Transactional
    public User create(Details details) {
        if (find(details.login()).isPresent()) {
            throw Problem.conflict("identity.problem.loginTaken", details.login());
        }
        db.insertInto(APP_USER)
                .set(APP_USER.LOGIN, normal(details.login()))
                .set(APP_USER.NAME, details.name())
                .set(APP_USER.EMAIL, details.email())
                .set(APP_USER.LANGUAGE, details.language())
                .set(APP_USER.ROLE, details.role().name())
                .set(APP_USER.COLLECTIONS_ROLE, details.collectionsRole().name())
                .set(APP_USER.PASSWORD_HASH, details.password() == null ? null : passwords.encode(details.password()))
                .set(APP_USER.CREATED_AT, now())
                .execute();
        var user = find(details.login()).orElseThrow();
        audit.record(AuditKind.USER, user.login(), user.name(), null, user);
        return user;
    }

    @Transactional
    public void setPassword(long userId, String password) {
        db.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwords.encode(password))
                .where(APP_USER.ID.eq(userId))
                .execute();
        note(userId, Map.of("password", "NONE"), Map.of("password", "SET"));
    }

    @Transactional
    public void setLanguage(long userId, String language) {
        var before = byId(userId).orElseThrow();
        audit.record(
                AuditKind.USER,
                before.login(),
                before.name(),
                Map.of("language", before.language()),
                Map.of("language", language));
        db.update(APP_USER)
                .set(APP_USER.LANGUAGE, language)
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    /// What may be changed of a user; the login stays.
    public record Changes(
            String name,
            @Nullable String email,
            String language,
            Role role,
            CollectionsRole collectionsRole,
            boolean active) {}

    /// Counts from the user's next request on: who is no longer active is signed out.
    ///
    /// @throws Problem not found; refused when no administrator would be left
    @Transactional
    public User change(String login, Changes changes) {
        var before = find(login).orElseThrow(() -> Problem.notFound("identity.problem.unknown", login));
        var leaves = before.role() == Role.ADMINISTRATOR
                && before.active()
                && !(changes.role() == Role.ADMINISTRATOR && changes.active());
        if (leaves && isLastAdministrator()) {
            throw Problem.refused("identity.problem.lastAdministrator");
        }
        db.update(APP_USER)
                .set(APP_USER.NAME, changes.name())
                .set(APP_USER.EMAIL, changes.email())
                .set(APP_USER.LANGUAGE, changes.language())
                .set(APP_USER.ROLE, changes.role().name())
                .set(APP_USER.COLLECTIONS_ROLE, changes.collectionsRole().name())
                .set(APP_USER.ACTIVE, changes.active())
                .where(APP_USER.ID.eq(before.id()))
                .execute();
        var after = byId(before.id()).orElseThrow();
        audit.record(AuditKind.USER, after.login(), after.name(), before, after);
        return after;
    }

    /// Locks the administrators, so that two cannot step down at once.
    private boolean isLastAdministrator() {
        return db.select(APP_USER.ID)
                        .from(APP_USER)
                        .where(APP_USER.ROLE.eq(Role.ADMINISTRATOR.name()), APP_USER.ACTIVE.isTrue())
                        .orderBy(APP_USER.ID)
                        .forUpdate()
                        .fetch()
                        .size()
                == 1;
    }

    /// The stored hash of an active user's password; empty: no such user, or no password yet.
    Optional<String> passwordHash(String login) {
        return db.select(APP_USER.PASSWORD_HASH)
                .from(APP_USER)
                .where(APP_USER.LOGIN.eq(normal(login)), APP_USER.ACTIVE.isTrue(), APP_USER.PASSWORD_HASH.isNotNull())
                .fetchOptional(APP_USER.PASSWORD_HASH);
    }

    /// Makes an API token; its value is given this once and only its hash kept.
    @Transactional
    public String createToken(long userId, String label, Set<String> scopes) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var value = "enc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        storeToken(userId, label, value, scopes);
        return value;
    }

    /// Makes `value` a token of the user, unless it is one already (`ENCOURS_API_TOKEN`).
    @Transactional
    public void storeToken(long userId, String label, String value, Set<String> scopes) {
        var stored = db.insertInto(API_TOKEN)
                .set(API_TOKEN.USER_ID, userId)
                .set(API_TOKEN.LABEL, label)
                .set(API_TOKEN.TOKEN_HASH, hash(value))
                .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new))
                .set(API_TOKEN.CREATED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (stored > 0) {
            var owner = byId(userId).orElseThrow();
            audit.record(AuditKind.TOKEN, owner.login(), label, null, Map.of("scopes", new TreeSet<>(scopes)));
        }
    }

    /// Who a token speaks for; empty when it is unknown, revoked, or its user inactive.
    public Optional<SignedIn> byToken(String value) {
        return db.select(APP_USER.fields())
                .select(API_TOKEN.SCOPES)
                .from(API_TOKEN)
                .join(APP_USER)
                .on(APP_USER.ID.eq(API_TOKEN.USER_ID))
                .where(API_TOKEN.TOKEN_HASH.eq(hash(value)), API_TOKEN.REVOKED_AT.isNull(), APP_USER.ACTIVE.isTrue())
                .fetchOptional(row -> user(row).signedIn(Set.of(row.get(API_TOKEN.SCOPES))));
    }

    /// Something about a user that is not part of what is shown of them, such as that a password was set.
    void note(long userId, Map<String, String> before, Map<String, String> after) {
        var user = byId(userId).orElseThrow();
        audit.record(AuditKind.USER, user.login(), user.name(), before, after);
    }

    static String hash(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static User user(Record row) {
        return new User(
                row.get(APP_USER.ID),
                row.get(APP_USER.LOGIN),
                row.get(APP_USER.NAME),
                row.get(APP_USER.EMAIL),
                row.get(APP_USER.LANGUAGE),
                Role.valueOf(row.get(APP_USER.ROLE)),
                CollectionsRole.valueOf(row.get(APP_USER.COLLECTIONS_ROLE)),
                row.get(APP_USER.ACTIVE));
    }
}
