package io.encours.identity;

import static encours.db.identity.Tables.APP_USER;
import static encours.db.identity.Tables.PASSKEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of passkeys.
@Component
class PasskeyStore {

    /// A key with what is needed to check its use.
    ///
    /// @param credential attested credential data, base64url
    /// @param handle what the device knows its owner by, base64url
    record Stored(
            long id,
            long userId,
            String name,
            String credential,
            String handle,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            @Nullable Instant lastUsed) {}

    private final DSLContext db;

    PasskeyStore(DSLContext db) {
        this.db = db;
    }

    List<Passkey> of(long userId) {
        return db.selectFrom(PASSKEY)
                .where(PASSKEY.USER_ID.eq(userId))
                .orderBy(PASSKEY.ID)
                .fetch(row -> new Passkey(
                        row.getId(),
                        row.getName(),
                        row.getBackedUp(),
                        row.getCreatedAt().toInstant(),
                        instant(row.getLastUsedAt())));
    }

    List<byte[]> credentialIds(long userId) {
        return db.select(PASSKEY.CREDENTIAL_ID)
                .from(PASSKEY)
                .where(PASSKEY.USER_ID.eq(userId))
                .fetch(PASSKEY.CREDENTIAL_ID);
    }

    /// What the devices know the user by, made at the first time.
    byte[] handle(long userId) {
        db.update(APP_USER)
                .set(APP_USER.PASSKEY_HANDLE, PasskeyChallenge.random())
                .where(APP_USER.ID.eq(userId), APP_USER.PASSKEY_HANDLE.isNull())
                .execute();
        return db.select(APP_USER.PASSKEY_HANDLE)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchSingle(APP_USER.PASSKEY_HANDLE);
    }

    /// @return whether it was unknown so far
    boolean insert(long userId, String name, PasskeyCeremony.Made made, Instant now) {
        return db.insertInto(PASSKEY)
                        .set(PASSKEY.USER_ID, userId)
                        .set(PASSKEY.NAME, name)
                        .set(PASSKEY.CREDENTIAL_ID, Base64Url.bytes(made.credentialId()))
                        .set(PASSKEY.CREDENTIAL, Base64Url.bytes(made.credential()))
                        .set(PASSKEY.SIGN_COUNT, made.signCount())
                        .set(PASSKEY.BACKUP_ELIGIBLE, made.backupEligible())
                        .set(PASSKEY.BACKED_UP, made.backedUp())
                        .set(PASSKEY.CREATED_AT, at(now))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /// Locked until the end of the transaction, so that two answers at once are counted one after the other.
    Optional<Stored> find(byte[] credentialId) {
        return db.select(PASSKEY.asterisk(), APP_USER.PASSKEY_HANDLE)
                .from(PASSKEY)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PASSKEY.USER_ID))
                .where(PASSKEY.CREDENTIAL_ID.eq(credentialId))
                .forUpdate()
                .of(PASSKEY)
                .fetchOptional(row -> new Stored(
                        row.get(PASSKEY.ID),
                        row.get(PASSKEY.USER_ID),
                        row.get(PASSKEY.NAME),
                        Base64Url.text(row.get(PASSKEY.CREDENTIAL)),
                        Base64Url.text(row.get(APP_USER.PASSKEY_HANDLE)),
                        row.get(PASSKEY.SIGN_COUNT),
                        row.get(PASSKEY.BACKUP_ELIGIBLE),
                        row.get(PASSKEY.BACKED_UP),
                        instant(row.get(PASSKEY.LAST_USED_AT))));
    }

    void used(long id, PasskeyCeremony.Used used, Instant now) {
        db.update(PASSKEY)
                .set(PASSKEY.SIGN_COUNT, used.signCount())
                .set(PASSKEY.BACKED_UP, used.backedUp())
                .set(PASSKEY.LAST_USED_AT, at(now))
                .where(PASSKEY.ID.eq(id))
                .execute();
    }

    /// @return its name
    Optional<String> delete(long userId, long id) {
        return db.deleteFrom(PASSKEY)
                .where(PASSKEY.USER_ID.eq(userId), PASSKEY.ID.eq(id))
                .returning(PASSKEY.NAME)
                .fetchOptional(PASSKEY.NAME);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
