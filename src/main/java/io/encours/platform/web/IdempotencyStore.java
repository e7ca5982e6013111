package io.encours.platform.web;

import static encours.db.platform.Tables.IDEMPOTENCY_KEY;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers kept for requests with an `Idempotency-Key`, for a day.
@Component
class IdempotencyStore {

    private static final Duration KEPT = Duration.ofDays(1);

    /// What is known of a key.
    sealed interface Claim {
        /// Never seen: the request is to be answered.
        record First() implements Claim {}

        /// The same request was answered.
        record Answered(Answer answer) implements Claim {}

        /// The same request is being answered, or was when the application died.
        record Unfinished() implements Claim {}

        /// The key was used for another request.
        record OfAnotherRequest() implements Claim {}
    }

    /// @param body null: it was not kept
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(
            int status, @Nullable String location, @Nullable String contentType, byte @Nullable [] body) {}

    private final DSLContext db;
    private final Clock clock;

    IdempotencyStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Of several equal requests at once, one is the first.
    Claim claim(String login, String key, String requestHash) {
        db.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CREATED_AT.lt(now().minus(KEPT)))
                .execute();
        var first = db.insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.LOGIN, login)
                .set(IDEMPOTENCY_KEY.KEY, key)
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, requestHash)
                .set(IDEMPOTENCY_KEY.CREATED_AT, now())
                .onConflictDoNothing()
                .execute();
        if (first == 1) {
            return new Claim.First();
        }
        var row = db.selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.LOGIN.eq(login), IDEMPOTENCY_KEY.KEY.eq(key))
                .fetchOne();
        if (row == null || row.getStatus() == null) {
            return new Claim.Unfinished();
        }
        if (!row.getRequestHash().equals(requestHash)) {
            return new Claim.OfAnotherRequest();
        }
        return new Claim.Answered(new Answer(row.getStatus(), row.getLocation(), row.getContentType(), row.getBody()));
    }

    void keep(String login, String key, Answer answer) {
        db.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.STATUS, answer.status())
                .set(IDEMPOTENCY_KEY.LOCATION, answer.location())
                .set(IDEMPOTENCY_KEY.CONTENT_TYPE, answer.contentType())
                .set(IDEMPOTENCY_KEY.BODY, answer.body())
                .where(IDEMPOTENCY_KEY.LOGIN.eq(login), IDEMPOTENCY_KEY.KEY.eq(key))
                .execute();
    }

    /// After a refusal nothing was done: the key is free again, for the corrected request too.
    void forget(String login, String key) {
        db.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.LOGIN.eq(login), IDEMPOTENCY_KEY.KEY.eq(key))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
