package io.encours.reporting.subscription;

import static encours.db.reporting.Tables.SUBSCRIPTION;

import encours.db.reporting.tables.records.SubscriptionRecord;
import io.encours.reporting.ReportName;
import io.encours.reporting.export.Format;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of subscriptions.
@Component
class SubscriptionStore {

    /// A subscription whose time has come.
    record Due(long userId, Subscription subscription) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    SubscriptionStore(DSLContext db) {
        this.db = db;
    }

    long insert(
            long userId,
            ReportName report,
            Map<String, String> narrowed,
            Format format,
            Rhythm rhythm,
            Instant next,
            Instant now) {
        return db.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.USER_ID, userId)
                .set(SUBSCRIPTION.REPORT, report.name())
                .set(SUBSCRIPTION.NARROWED, JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(narrowed))))
                .set(SUBSCRIPTION.FORMAT, format.name())
                .set(SUBSCRIPTION.RHYTHM, rhythm.name())
                .set(SUBSCRIPTION.NEXT_AT, utc(next))
                .set(SUBSCRIPTION.CREATED_AT, utc(now))
                .returningResult(SUBSCRIPTION.ID)
                .fetchSingle(SUBSCRIPTION.ID);
    }

    List<Subscription> of(long userId) {
        return db.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.USER_ID.eq(userId))
                .orderBy(SUBSCRIPTION.ID)
                .fetch(SubscriptionStore::subscription);
    }

    boolean delete(long userId, long id) {
        return db.deleteFrom(SUBSCRIPTION)
                        .where(SUBSCRIPTION.USER_ID.eq(userId), SUBSCRIPTION.ID.eq(id))
                        .execute()
                > 0;
    }

    /// The one that waits longest.
    Optional<Due> due(Instant now) {
        return db.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.NEXT_AT.le(utc(now)))
                .orderBy(SUBSCRIPTION.NEXT_AT, SUBSCRIPTION.ID)
                .limit(1)
                .fetchOptional(row -> new Due(row.getUserId(), subscription(row)));
    }

    /// @param sentAt null: it was not
    /// @return false when another node was quicker, or it was stopped meanwhile
    boolean done(Subscription due, Instant next, @Nullable Instant sentAt, @Nullable String problem) {
        var update = db.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.NEXT_AT, utc(next))
                .set(SUBSCRIPTION.PROBLEM, problem == null ? "" : problem);
        if (sentAt != null) {
            update = update.set(SUBSCRIPTION.LAST_SENT_AT, utc(sentAt));
        }
        return update.where(SUBSCRIPTION.ID.eq(due.id()), SUBSCRIPTION.NEXT_AT.eq(utc(due.nextAt())))
                        .execute()
                > 0;
    }

    private static Subscription subscription(SubscriptionRecord row) {
        var sent = row.getLastSentAt();
        return new Subscription(
                row.getId(),
                ReportName.valueOf(row.getReport()),
                JSON.readValue(row.getNarrowed().data(), new TypeReference<Map<String, String>>() {}),
                Format.valueOf(row.getFormat()),
                Rhythm.valueOf(row.getRhythm()),
                row.getNextAt().toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getProblem().isEmpty() ? null : row.getProblem());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
