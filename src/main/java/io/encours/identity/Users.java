package io.encours.identity;

import static encours.db.identity.Tables.APP_USER;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people who use Encours, and their passwords.
@Service
public class Users {

    /// A person. The password stays inside.
    ///
    /// @param hasPassword otherwise invited, or reset
    /// @param sessionsFrom sessions that began before are ended; null: none is
    public record User(
            long id,
            String login,
            String name,
            @Nullable String email,
            String language,
            Role role,
            CollectionsRole collectionsRole,
            boolean active,
            @JsonIgnore boolean hasPassword,
            @JsonIgnore @Nullable Instant lastSignIn,
            @JsonIgnore @Nullable Instant sessionsFrom) {

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

    /// The only active user with this e-mail address.
    Optional<User> byEmail(String email) {
        var found = db.selectFrom(APP_USER)
                .where(APP_USER.EMAIL.equalIgnoreCase(email.strip()), APP_USER.ACTIVE.isTrue())
                .fetch(Users::user);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
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

    /// Ends the sessions the user has.
    @Transactional
    public void setPassword(long userId, String password) {
        db.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwords.encode(password))
                .set(APP_USER.SESSIONS_FROM, now())
                .where(APP_USER.ID.eq(userId))
                .execute();
        note(userId, Map.of("password", "NONE"), Map.of("password", "SET"));
    }

    /// Takes the password away, so that a one-time link is needed, and ends the sessions the user has.
    @Transactional
    public void resetPassword(long userId) {
        db.update(APP_USER)
                .setNull(APP_USER.PASSWORD_HASH)
                .set(APP_USER.SESSIONS_FROM, now())
                .where(APP_USER.ID.eq(userId))
                .execute();
        note(userId, Map.of("password", "SET"), Map.of("password", "NONE"));
    }

    /// The user has just signed in.
    @Transactional
    SignedIn signedInNow(String login) {
        db.update(APP_USER)
                .set(APP_USER.LAST_SIGN_IN_AT, now())
                .where(APP_USER.LOGIN.eq(normal(login)))
                .execute();
        return find(login).orElseThrow().signedIn(SignedIn.ALL_SCOPES);
    }

    /// Is this the password of the user?
    public boolean isPassword(String login, String password) {
        return passwordHash(login)
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
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
                .set(
                        APP_USER.SESSIONS_FROM,
                        before.active() && !changes.active() ? DSL.val(now()) : APP_USER.SESSIONS_FROM)
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

    /// Something about a user that is not part of what is shown of them, such as that a password was set.
    @Transactional
    public void note(long userId, Map<String, ?> before, Map<String, ?> after) {
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

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
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
                row.get(APP_USER.ACTIVE),
                row.get(APP_USER.PASSWORD_HASH) != null,
                instant(row.get(APP_USER.LAST_SIGN_IN_AT)),
                instant(row.get(APP_USER.SESSIONS_FROM)));
    }
}
