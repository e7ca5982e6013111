package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE;

import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.platform.RowId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL that changes where messages stand.
@Component
class MessageStore {

    static final String ENCOURS = "Encours";

    private final DSLContext db;
    private final Clock clock;

    MessageStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Puts a message from one of these states into another; false when it is in none of them (any more).
    boolean move(RowId id, Collection<Name> from, Name to, String reason) {
        return db.update(MESSAGE)
                        .set(MESSAGE.STATE, to.name())
                        .set(MESSAGE.STATE_SINCE, now())
                        .set(MESSAGE.REASON, reason)
                        .where(
                                is(id),
                                MESSAGE.STATE.in(from.stream().map(Name::name).toList()))
                        .execute()
                == 1;
    }

    /// From waiting for confirmation to waiting to be sent.
    ///
    /// @param dueAt by message
    /// @return those that waited for confirmation
    List<RowId> confirm(Map<RowId, Instant> dueAt) {
        var ids = List.copyOf(dueAt.keySet());
        return db.fetch(
                        """
                        update correspondence.message m
                        set state = 'WAITING', state_since = cast(? as timestamptz), reason = '', due_at = g.due_at
                        from unnest(?::bigint[], ?::bigint[], ?::timestamptz[]) g (customer_id, id, due_at)
                        where m.customer_id = g.customer_id and m.id = g.id and m.state = 'TO_CONFIRM'
                        returning m.customer_id, m.id
                        """,
                        now(),
                        RowId.customers(ids),
                        RowId.ids(ids),
                        ids.stream()
                                .map(id -> utc(Objects.requireNonNull(dueAt.get(id))))
                                .toArray(OffsetDateTime[]::new))
                .map(MessageStore::id);
    }

    /// Stops those of them of which nothing has gone out.
    ///
    /// @param by name
    /// @param because key in a message file; null: a person wants it
    /// @return which
    List<RowId> cancel(Collection<RowId> ids, String by, @Nullable String because) {
        return db.fetch("""
                        update correspondence.message m
                        set state = 'CANCELLED', state_since = cast(? as timestamptz), reason = ?, cancelled_because = ?
                        from unnest(?::bigint[], ?::bigint[]) g (customer_id, id)
                        where m.customer_id = g.customer_id and m.id = g.id and m.state in ('TO_CONFIRM', 'WAITING', 'FAILED')
                        returning m.customer_id, m.id
                        """, now(), by, because, RowId.customers(ids), RowId.ids(ids))
                .map(MessageStore::id);
    }

    private static RowId id(Record row) {
        return new RowId(row.get(0, Long.class), row.get(1, Long.class));
    }

    /// The peer says that it has arrived.
    boolean arrived(RowId id) {
        return move(id, states(Name.SENT, Name.UNCERTAIN), Name.DELIVERED, "");
    }

    /// Nobody else changes the message until the transaction ends.
    void lock(RowId id) {
        db.select(MESSAGE.ID).from(MESSAGE).where(is(id)).forUpdate().fetch();
    }

    /// The occurrences may be spoken of by another message.
    void release(Collection<RowId> ids) {
        db.execute("""
                update correspondence.message_item i set live = false
                from unnest(?::bigint[], ?::bigint[]) g (customer_id, id)
                where i.customer_id = g.customer_id and i.message_id = g.id and i.live
                """, RowId.customers(ids), RowId.ids(ids));
    }

    static org.jooq.Condition is(RowId id) {
        return MESSAGE.CUSTOMER_ID.eq(id.customer()).and(MESSAGE.ID.eq(id.id()));
    }

    static Set<Name> states(Name... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}
