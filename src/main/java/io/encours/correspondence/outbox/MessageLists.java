package io.encours.correspondence.outbox;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.correspondence.Tables.MESSAGE_ATTACHMENT;
import static encours.db.correspondence.Tables.MESSAGE_ATTEMPT;
import static encours.db.correspondence.Tables.MESSAGE_BODY;
import static encours.db.correspondence.Tables.MESSAGE_ITEM;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.Message.Attempt;
import io.encours.correspondence.outbox.Message.Body;
import io.encours.correspondence.outbox.Message.File;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.platform.ActionId;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL that reads messages.
@Component
class MessageLists {

    private static final Field<Result<Record4<Long, String, @Nullable Integer, BigDecimal>>> ITEMS = multiset(select(
                            MESSAGE_ITEM.ITEM_ID,
                            coalesce(OPEN_ITEM.DOCUMENT, inline("")),
                            MESSAGE_ITEM.OCCURRENCE,
                            MESSAGE_ITEM.REMAINING)
                    .from(MESSAGE_ITEM)
                    .leftJoin(OPEN_ITEM)
                    .on(OPEN_ITEM.CUSTOMER_ID.eq(MESSAGE_ITEM.CUSTOMER_ID), OPEN_ITEM.ID.eq(MESSAGE_ITEM.ITEM_ID))
                    .where(MESSAGE_ITEM.CUSTOMER_ID.eq(MESSAGE.CUSTOMER_ID), MESSAGE_ITEM.MESSAGE_ID.eq(MESSAGE.ID))
                    .orderBy(OPEN_ITEM.DUE_DATE, MESSAGE_ITEM.ITEM_ID))
            .as("items");

    private final DSLContext db;

    MessageLists(DSLContext db) {
        this.db = db;
    }

    /// The latest first.
    Slice<Message> list(Scope scope, Message.Filter filter, Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 1);
        var rows = fetch(
                wanted(scope, filter).and(after == null ? noCondition() : MESSAGE.ID.lt(after.number(0))),
                paging.size() + 1);
        return paging.slice(rows, message -> Cursor.after(message.id().id()));
    }

    Map<Name, Integer> counts(Scope scope, Message.Filter filter) {
        var counts = new EnumMap<Name, Integer>(Name.class);
        db.select(MESSAGE.STATE, count())
                .from(MESSAGE)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(MESSAGE.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(MESSAGE.COMPANY_ID))
                .where(wanted(scope, filter.inAnyState()))
                .groupBy(MESSAGE.STATE)
                .forEach(row -> counts.put(Name.valueOf(row.value1()), row.value2()));
        return counts;
    }

    Optional<Message> find(Scope scope, RowId id) {
        return fetch(seen(scope).and(MessageStore.is(id)), 1).stream().findFirst();
    }

    /// Those of them that are within the scope.
    List<Message> all(Scope scope, Collection<RowId> ids) {
        return ids.isEmpty() ? List.of() : fetch(seen(scope).and(among(ids)), ids.size());
    }

    /// Whoever may see them.
    List<Message> all(Collection<RowId> ids) {
        return ids.isEmpty() ? List.of() : fetch(among(ids), ids.size());
    }

    private static Condition among(Collection<RowId> ids) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                MESSAGE.CUSTOMER_ID, MESSAGE.ID, DSL.val(RowId.customers(ids)), DSL.val(RowId.ids(ids)));
    }

    /// Whoever may see it.
    Optional<Message> find(RowId id) {
        return fetch(MessageStore.is(id), 1).stream().findFirst();
    }

    Optional<Message> find(Reference reference) {
        return fetch(MessageStore.is(reference.id()).and(MESSAGE.SECRET.eq(reference.secret())), 1).stream()
                .findFirst();
    }

    Optional<Message> byPeerId(Channel channel, String peerId) {
        return fetch(MESSAGE.MESSAGE_ID.eq(peerId).and(MESSAGE.CHANNEL.eq(channel.name())), 1).stream()
                .findFirst();
    }

    /// The message that was written in place of this one and may still arrive.
    Optional<RowId> resentAs(RowId id) {
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CUSTOMER_ID.eq(id.customer()), MESSAGE.RESEND_OF.eq(id.id()))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new RowId(id.customer(), row.value1()));
    }

    /// Empty when it was purged.
    Optional<Body> body(RowId id) {
        return db.select(MESSAGE_BODY.TEXT, MESSAGE_BODY.HTML)
                .from(MESSAGE_BODY)
                .where(MESSAGE_BODY.CUSTOMER_ID.eq(id.customer()), MESSAGE_BODY.MESSAGE_ID.eq(id.id()))
                .fetchOptional(row -> new Body(row.value1(), row.value2()));
    }

    List<File> files(RowId id) {
        return db.selectFrom(MESSAGE_ATTACHMENT)
                .where(MESSAGE_ATTACHMENT.CUSTOMER_ID.eq(id.customer()), MESSAGE_ATTACHMENT.MESSAGE_ID.eq(id.id()))
                .orderBy(MESSAGE_ATTACHMENT.POSITION)
                .fetch(row -> new File(
                        row.getPosition(),
                        row.getName(),
                        row.getMediaType(),
                        row.getContent() != null || row.getLetterId() != null));
    }

    List<Attempt> attempts(RowId id) {
        return db.selectFrom(MESSAGE_ATTEMPT)
                .where(MESSAGE_ATTEMPT.CUSTOMER_ID.eq(id.customer()), MESSAGE_ATTEMPT.MESSAGE_ID.eq(id.id()))
                .orderBy(MESSAGE_ATTEMPT.NUMBER)
                .fetch(row -> new Attempt(
                        row.getNumber(),
                        row.getStartedAt().toInstant(),
                        instant(row.getEndedAt()),
                        row.getOutcome(),
                        row.getAnswer()));
    }

    private List<Message> fetch(Condition condition, int limit) {
        return db.select(MESSAGE.fields())
                .select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, ITEMS)
                .from(MESSAGE)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(MESSAGE.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(MESSAGE.COMPANY_ID))
                .where(condition)
                .orderBy(MESSAGE.ID.desc())
                .limit(limit)
                .fetch(MessageLists::message);
    }

    private static Condition wanted(Scope scope, Message.Filter filter) {
        return seen(scope)
                .and(filter.company() == null ? noCondition() : COMPANY_.CODE.eq(filter.company()))
                .and(filter.customer() == null ? noCondition() : CUSTOMER_.CODE.eq(filter.customer()))
                .and(
                        filter.state() == null
                                ? noCondition()
                                : MESSAGE.STATE.eq(filter.state().name()))
                .and(
                        filter.channel() == null
                                ? noCondition()
                                : MESSAGE.CHANNEL.eq(filter.channel().name()))
                .and(filter.from() == null ? noCondition() : MESSAGE.CREATED_FOR.ge(filter.from()))
                .and(filter.to() == null ? noCondition() : MESSAGE.CREATED_FOR.le(filter.to()));
    }

    private static Condition seen(Scope scope) {
        return MESSAGE.COMPANY_ID.in(scope.companies()).and(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
    }

    private static Message message(Record row) {
        var customer = row.get(MESSAGE.CUSTOMER_ID);
        var resendOf = row.get(MESSAGE.RESEND_OF);
        return new Message(
                new RowId(customer, row.get(MESSAGE.ID)),
                row.get(MESSAGE.COMPANY_ID),
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                Channel.valueOf(row.get(MESSAGE.CHANNEL)),
                Purpose.valueOf(row.get(MESSAGE.PURPOSE)),
                Stage.valueOf(row.get(MESSAGE.STAGE)),
                row.get(MESSAGE.LANGUAGE),
                List.of(row.get(MESSAGE.RECIPIENTS)),
                row.get(MESSAGE.SUBJECT),
                row.get(MESSAGE.TEMPLATE),
                row.get(MESSAGE.AMOUNT),
                row.get(MESSAGE.CURRENCY),
                row.get(MESSAGE.CREATED_FOR),
                row.get(MESSAGE.CREATED_AT).toInstant(),
                row.get(MESSAGE.AUTHOR_NAME),
                row.get(MESSAGE.BY_HAND),
                row.get(MESSAGE.MESSAGE_ID),
                resendOf == null ? null : new RowId(customer, resendOf),
                row.get(MESSAGE.PURGED_AT) != null,
                row.get(ITEMS).map(item -> item(customer, item)),
                state(row));
    }

    private static Message.Item item(long customer, Record4<Long, String, @Nullable Integer, BigDecimal> row) {
        var id = new RowId(customer, row.value1());
        var occurrence = row.value3();
        return new Message.Item(
                id, row.value2(), occurrence == null ? null : new ActionId(id, occurrence).toString(), row.value4());
    }

    private static MessageState state(Record row) {
        var since = row.get(MESSAGE.STATE_SINCE).toInstant();
        var sent = instant(row.get(MESSAGE.SENT_AT));
        var reason = row.get(MESSAGE.REASON);
        return switch (Name.valueOf(row.get(MESSAGE.STATE))) {
            case TO_CONFIRM -> new MessageState.ToConfirm();
            case WAITING ->
                new MessageState.Waiting(row.get(MESSAGE.DUE_AT).toInstant(), row.get(MESSAGE.ATTEMPTS), reason);
            case SENDING -> new MessageState.Sending(since);
            case SENT -> new MessageState.Sent(sent == null ? since : sent, reason);
            case DELIVERED -> new MessageState.Delivered(sent == null ? since : sent, since);
            case BOUNCED -> new MessageState.Bounced(sent == null ? since : sent, since, reason);
            case FAILED -> new MessageState.Failed(since, reason);
            case CANCELLED -> new MessageState.Cancelled(since, reason, row.get(MESSAGE.CANCELLED_BECAUSE));
            case UNCERTAIN -> new MessageState.Uncertain(since, reason);
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
