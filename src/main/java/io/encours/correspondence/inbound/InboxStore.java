package io.encours.correspondence.inbound;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.INBOUND;
import static encours.db.correspondence.Tables.UNREAD_ANSWER;

import encours.db.correspondence.tables.records.InboundRecord;
import io.encours.platform.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of what came in.
@Component
class InboxStore {

    static final String TO_ATTACH = "TO_ATTACH";

    private final DSLContext db;
    private final Clock clock;

    InboxStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @return empty when it is known already
    Optional<Long> insert(Incoming incoming, @Nullable Long companyId, String reason, boolean keepOriginal) {
        var original = incoming.original();
        return db.insertInto(INBOUND)
                .set(INBOUND.CHANNEL, incoming.channel().name())
                .set(INBOUND.SOURCE, incoming.source())
                .set(INBOUND.SAME_AS, incoming.sameAs())
                .set(INBOUND.RECEIVED_AT, incoming.receivedAt().atOffset(ZoneOffset.UTC))
                .set(INBOUND.SENDER, incoming.sender())
                .set(INBOUND.SENDER_NAME, incoming.senderName())
                .set(INBOUND.SUBJECT, incoming.subject())
                .set(INBOUND.TEXT, incoming.text())
                .set(INBOUND.QUOTED, incoming.quoted())
                .set(INBOUND.KIND, Kind.of(incoming).name())
                .set(INBOUND.STATE, TO_ATTACH)
                .set(INBOUND.REASON, reason)
                .set(INBOUND.COMPANY_ID, companyId)
                .set(INBOUND.ORIGINAL, keepOriginal && original != null ? original.array() : null)
                .onConflict(INBOUND.SAME_AS)
                .doNothing()
                .returning(INBOUND.ID)
                .fetchOptional(INBOUND.ID);
    }

    void attach(long id, long companyId, long customerId, @Nullable Long event, @Nullable String by) {
        db.update(INBOUND)
                .set(INBOUND.STATE, "ATTACHED")
                .set(INBOUND.REASON, "")
                .set(INBOUND.COMPANY_ID, companyId)
                .set(INBOUND.CUSTOMER_ID, customerId)
                .set(INBOUND.EVENT_ID, event)
                .setNull(INBOUND.ORIGINAL)
                .set(INBOUND.DECIDED_AT, now())
                .set(INBOUND.DECIDED_BY, by)
                .where(INBOUND.ID.eq(id))
                .execute();
    }

    void dismiss(long id, String by) {
        db.update(INBOUND)
                .set(INBOUND.STATE, "DISMISSED")
                .setNull(INBOUND.ORIGINAL)
                .set(INBOUND.DECIDED_AT, now())
                .set(INBOUND.DECIDED_BY, by)
                .where(INBOUND.ID.eq(id))
                .execute();
    }

    /// Locked until the end of the transaction: of two persons one decides.
    Optional<InboundRecord> toAttach(long id, Condition seen) {
        return db.selectFrom(INBOUND)
                .where(INBOUND.ID.eq(id), INBOUND.STATE.eq(TO_ATTACH), seen)
                .forUpdate()
                .fetchOptional();
    }

    List<Record> toAttach(Condition seen, @Nullable Cursor after, int limit) {
        var older = after == null
                ? DSL.noCondition()
                : DSL.row(INBOUND.RECEIVED_AT, INBOUND.ID).lt(OffsetDateTime.parse(after.text(0)), after.number(1));
        return List.copyOf(db.select(
                        INBOUND.ID,
                        INBOUND.CHANNEL,
                        INBOUND.KIND,
                        INBOUND.COMPANY_ID,
                        INBOUND.SOURCE,
                        INBOUND.RECEIVED_AT,
                        INBOUND.SENDER,
                        INBOUND.SENDER_NAME,
                        INBOUND.SUBJECT,
                        INBOUND.TEXT,
                        INBOUND.REASON,
                        COMPANY_.CODE)
                .from(INBOUND)
                .leftJoin(COMPANY_)
                .on(COMPANY_.ID.eq(INBOUND.COMPANY_ID))
                .where(INBOUND.STATE.eq(TO_ATTACH), seen, older)
                .orderBy(INBOUND.RECEIVED_AT.desc(), INBOUND.ID.desc())
                .limit(limit)
                .fetch());
    }

    int count(Condition seen) {
        return db.fetchCount(INBOUND, INBOUND.STATE.eq(TO_ATTACH), seen);
    }

    void unread(long customerId, long event, LocalDate on) {
        db.insertInto(UNREAD_ANSWER)
                .set(UNREAD_ANSWER.CUSTOMER_ID, customerId)
                .set(UNREAD_ANSWER.EVENT_ID, event)
                .set(UNREAD_ANSWER.RECEIVED_ON, on)
                .execute();
    }

    int read(long customerId) {
        return db.deleteFrom(UNREAD_ANSWER)
                .where(UNREAD_ANSWER.CUSTOMER_ID.eq(customerId))
                .execute();
    }

    /// The latest for each customer that has one.
    Map<Long, LocalDate> unread(Collection<Long> customers) {
        var latest = DSL.max(UNREAD_ANSWER.RECEIVED_ON);
        return db.select(UNREAD_ANSWER.CUSTOMER_ID, latest)
                .from(UNREAD_ANSWER)
                .where(UNREAD_ANSWER.CUSTOMER_ID.eq(DSL.any(customers.toArray(Long[]::new))))
                .groupBy(UNREAD_ANSWER.CUSTOMER_ID)
                .fetchMap(UNREAD_ANSWER.CUSTOMER_ID, latest);
    }

    Optional<String> quoted(long customerId, long event) {
        return db.select(INBOUND.QUOTED)
                .from(INBOUND)
                .where(INBOUND.CUSTOMER_ID.eq(customerId), INBOUND.EVENT_ID.eq(event))
                .fetchOptional(INBOUND.QUOTED)
                .filter(text -> !text.isEmpty());
    }

    Optional<String> lastSms(String from, String to, Instant since) {
        return db.select(INBOUND.TEXT)
                .from(INBOUND)
                .where(
                        INBOUND.SENDER.eq(from),
                        INBOUND.RECEIVED_AT.ge(since.atOffset(ZoneOffset.UTC)),
                        INBOUND.CHANNEL.eq("SMS"),
                        INBOUND.SOURCE.eq(to))
                .orderBy(INBOUND.RECEIVED_AT.desc(), INBOUND.ID.desc())
                .limit(1)
                .fetchOptional(INBOUND.TEXT);
    }

    ZoneId zone(long companyId) {
        return ZoneId.of(db.select(COMPANY_.TIME_ZONE)
                .from(COMPANY_)
                .where(COMPANY_.ID.eq(companyId))
                .fetchSingle(COMPANY_.TIME_ZONE));
    }

    Instant instant() {
        return clock.instant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
