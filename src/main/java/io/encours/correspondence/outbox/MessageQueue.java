package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.correspondence.Tables.MESSAGE_ATTEMPT;

import io.encours.correspondence.Clearance;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.sending.Delivery;
import io.encours.platform.sending.Pauses;
import io.encours.platform.sending.SendQueue;
import io.encours.timeline.EventType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The messages of one channel that wait to be sent. Rows are picked without a lock and taken one by one by an
/// update that only finds them WAITING: it works alike on one database and on many (spec/citus.md, *Queues*),
/// and of two workers one gets the row.
final class MessageQueue implements SendQueue<RowId, Parcel> {

    /// Longer than any attempt can take, see the time-outs of the transports.
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final String LOST = "correspondence.message.reason.lost";

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final ParcelReader parcels;
    private final MessageLists lists;
    private final MessageEvents events;
    private final Stopping stopping;
    private final Clearance clearance;
    private final QuietHours quiet;
    private final Transport transport;
    private final String worker;
    private final Clock clock;

    MessageQueue(SendingDesk desk, Transport transport, String worker, Clock clock) {
        this.db = desk.db();
        this.transaction = desk.transaction();
        this.parcels = desk.parcels();
        this.lists = desk.lists();
        this.events = desk.events();
        this.stopping = desk.stopping();
        this.clearance = desk.clearance();
        this.quiet = desk.quiet();
        this.transport = transport;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void giveUpLost() {
        transaction.executeWithoutResult(status -> {
            var lost = db.fetch("""
                            update correspondence.message
                            set state = 'UNCERTAIN', state_since = cast(? as timestamptz), reason = ?, worker = null, lease_until = null
                            where state = 'SENDING' and channel = ? and lease_until < cast(? as timestamptz)
                            returning customer_id, id
                            """, now(), LOST, channel(), now())
                    .map(row -> new RowId(row.get(0, Long.class), row.get(1, Long.class)));
            lost.forEach(id -> lists.find(id)
                    .ifPresent(message -> events.record(null, List.of(message), EventType.MESSAGE_UNCERTAIN, LOST)));
        });
    }

    @Override
    public List<RowId> due(int limit) {
        var companies =
                db.selectDistinct(MESSAGE.COMPANY_ID).from(MESSAGE).where(isDue()).fetch(MESSAGE.COMPANY_ID).stream()
                        .filter(transport::serves)
                        .filter(company -> !quiet.now(transport.channel(), company))
                        .toList();
        return companies.isEmpty()
                ? List.of()
                : db.select(MESSAGE.CUSTOMER_ID, MESSAGE.ID)
                        .from(MESSAGE)
                        .where(isDue(), MESSAGE.COMPANY_ID.in(companies))
                        .orderBy(MESSAGE.DUE_AT, MESSAGE.ID)
                        .limit(limit)
                        .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    private org.jooq.Condition isDue() {
        return MESSAGE.STATE
                .eq(org.jooq.impl.DSL.inline(Name.WAITING.name()))
                .and(MESSAGE.CHANNEL.eq(channel()))
                .and(MESSAGE.DUE_AT.le(now()));
    }

    @Override
    public Optional<Parcel> take(RowId id) {
        return ready(id).filter(parcel -> Boolean.TRUE.equals(transaction.execute(status -> take(parcel))));
    }

    /// A message whose files cannot be made fails before it is taken.
    private Optional<Parcel> ready(RowId id) {
        try {
            return parcels.read(id);
        } catch (Problem problem) {
            return failed(id, problem.code());
        } catch (NoDataFoundException gone) {
            return failed(id, "correspondence.message.problem.broken");
        }
    }

    private Optional<Parcel> failed(RowId id, String why) {
        transaction.executeWithoutResult(status -> {
            if (settled(id, null, Name.FAILED, why, null)) {
                tell(id, EventType.MESSAGE_FAILED, why);
            }
        });
        return Optional.empty();
    }

    private boolean take(Parcel parcel) {
        if (parcel.automatic() && !mayGo(parcel.id())) {
            return false;
        }
        var taken = db.update(MESSAGE)
                .set(MESSAGE.STATE, Name.SENDING.name())
                .set(MESSAGE.STATE_SINCE, now())
                .set(MESSAGE.WORKER, worker)
                .set(MESSAGE.LEASE_UNTIL, now().plus(LEASE))
                .set(MESSAGE.ATTEMPTS, parcel.attempt())
                .where(
                        MessageStore.is(parcel.id()),
                        MESSAGE.STATE.eq(Name.WAITING.name()),
                        MESSAGE.ATTEMPTS.eq(parcel.attempt() - 1),
                        MESSAGE.DUE_AT.le(now()))
                .execute();
        if (taken == 0) {
            return false;
        }
        db.insertInto(MESSAGE_ATTEMPT)
                .set(MESSAGE_ATTEMPT.CUSTOMER_ID, parcel.id().customer())
                .set(MESSAGE_ATTEMPT.MESSAGE_ID, parcel.id().id())
                .set(MESSAGE_ATTEMPT.NUMBER, parcel.attempt())
                .set(MESSAGE_ATTEMPT.STARTED_AT, now())
                .set(MESSAGE_ATTEMPT.WORKER, worker)
                .execute();
        return true;
    }

    /// What nobody wrote by hand may have waited long: it goes only while what it says is so, and only at an
    /// hour when the company writes by itself.
    private boolean mayGo(RowId id) {
        var objection = clearance.objections(List.of(id)).get(id);
        if (objection != null) {
            stopping.withdraw(Map.of(id, objection.messageKey()));
            return false;
        }
        var earliest = clearance.earliest(id, clock.instant());
        if (!earliest.isAfter(clock.instant())) {
            return true;
        }
        db.update(MESSAGE)
                .set(MESSAGE.DUE_AT, MessageStore.utc(earliest))
                .where(MessageStore.is(id), MESSAGE.STATE.eq(Name.WAITING.name()))
                .execute();
        return false;
    }

    @Override
    public void settle(Parcel parcel, Delivery delivery) {
        transaction.executeWithoutResult(status -> {
            db.update(MESSAGE_ATTEMPT)
                    .set(MESSAGE_ATTEMPT.ENDED_AT, now())
                    .set(MESSAGE_ATTEMPT.OUTCOME, delivery.outcome())
                    .set(MESSAGE_ATTEMPT.ANSWER, delivery.answer())
                    .where(
                            MESSAGE_ATTEMPT.CUSTOMER_ID.eq(parcel.id().customer()),
                            MESSAGE_ATTEMPT.MESSAGE_ID.eq(parcel.id().id()),
                            MESSAGE_ATTEMPT.NUMBER.eq(parcel.attempt()))
                    .execute();
            switch (delivery) {
                case Delivery.Accepted taken -> sent(parcel, taken);
                case Delivery.Deferred later when Pauses.isEnough(parcel.attempt()) -> failed(parcel, later.answer());
                case Delivery.Deferred later -> again(parcel, later.answer());
                case Delivery.Refused refused -> failed(parcel, refused.answer());
                case Delivery.Unknown unknown -> uncertain(parcel, unknown.answer());
            }
        });
    }

    private void sent(Parcel parcel, Delivery.Accepted taken) {
        if (settled(parcel.id(), parcel, Name.SENT, taken.answer(), null)) {
            db.update(MESSAGE)
                    .set(MESSAGE.SENT_AT, now())
                    .set(MESSAGE.MESSAGE_ID, taken.peerId().isEmpty() ? null : taken.peerId())
                    .where(MessageStore.is(parcel.id()))
                    .execute();
            tell(parcel.id(), EventType.MESSAGE_SENT, "");
        }
    }

    private void again(Parcel parcel, String answer) {
        settled(parcel.id(), parcel, Name.WAITING, answer, clock.instant().plus(Pauses.after(parcel.attempt())));
    }

    private void failed(Parcel parcel, String answer) {
        if (settled(parcel.id(), parcel, Name.FAILED, answer, null)) {
            tell(parcel.id(), EventType.MESSAGE_FAILED, answer);
        }
    }

    private void uncertain(Parcel parcel, String answer) {
        if (settled(parcel.id(), parcel, Name.UNCERTAIN, answer, null)) {
            tell(parcel.id(), EventType.MESSAGE_UNCERTAIN, answer);
        }
    }

    /// A worker that was given up and comes back after all still knows the truth, unless it is "not yet":
    /// nobody waits for that any more.
    ///
    /// @param parcel that was sent; null: the message is WAITING
    private boolean settled(RowId id, @Nullable Parcel parcel, Name state, String answer, @Nullable Instant dueAt) {
        var before = parcel == null
                ? MESSAGE.STATE.eq(Name.WAITING.name())
                : state == Name.WAITING || state == Name.UNCERTAIN
                        ? MESSAGE.STATE.eq(Name.SENDING.name())
                        : MESSAGE.STATE.in(Name.SENDING.name(), Name.UNCERTAIN.name());
        var update = db.update(MESSAGE)
                .set(MESSAGE.STATE, state.name())
                .set(MESSAGE.STATE_SINCE, now())
                .set(MESSAGE.REASON, answer)
                .setNull(MESSAGE.WORKER)
                .setNull(MESSAGE.LEASE_UNTIL);
        if (dueAt != null) {
            update = update.set(MESSAGE.DUE_AT, MessageStore.utc(dueAt));
        }
        return update.where(
                                MessageStore.is(id),
                                before,
                                parcel == null
                                        ? org.jooq.impl.DSL.noCondition()
                                        : MESSAGE.ATTEMPTS.eq(parcel.attempt()))
                        .execute()
                == 1;
    }

    private void tell(RowId id, EventType type, String reason) {
        lists.find(id).ifPresent(message -> events.record(null, List.of(message), type, reason));
    }

    @Override
    public void reached() {
        db.execute("""
                update correspondence.message_channel set trouble = null, trouble_since = null
                where channel = ? and trouble is not null
                """, channel());
    }

    @Override
    public void unreachable(String words) {
        db.execute("""
                insert into correspondence.message_channel as c (channel, trouble, trouble_since) values (?, ?, cast(? as timestamptz))
                on conflict (channel) do update
                set trouble = excluded.trouble, trouble_since = coalesce(c.trouble_since, excluded.trouble_since)
                """, channel(), words, now());
    }

    private String channel() {
        return transport.channel().name();
    }

    private OffsetDateTime now() {
        return MessageStore.utc(clock.instant());
    }
}
