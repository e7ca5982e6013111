package io.encours.webhook;

import io.encours.webhook.Delivery.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of webhooks and their deliveries.
@Component
class WebhookStore {

    private static final String HOOKS = """
            select h.id, h.address, h.events, u.login, u.name, h.created_at, h.disabled_at
            from webhook.hook h join identity.app_user u on u.id = h.owner_id
            """;

    private final DSLContext db;

    WebhookStore(DSLContext db) {
        this.db = db;
    }

    List<Webhook> all() {
        return db.fetch(HOOKS + "order by h.id").map(WebhookStore::webhook);
    }

    Optional<Webhook> find(long id) {
        return db.fetchOptional(HOOKS + "where h.id = ?", id).map(WebhookStore::webhook);
    }

    private static Webhook webhook(Record row) {
        return new Webhook(
                row.get("id", Long.class),
                row.get("address", String.class),
                List.of(row.get("events", String[].class)),
                row.get("login", String.class),
                row.get("name", String.class),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "disabled_at"));
    }

    long insert(long ownerId, String address, String secret, Collection<String> events, Instant now) {
        return db.fetchSingle("""
                        insert into webhook.hook (owner_id, address, secret, events, created_at)
                        values (?, ?, ?, ?, cast(? as timestamptz))
                        returning id
                        """, ownerId, address, secret, events.toArray(String[]::new), at(now))
                .get(0, Long.class);
    }

    void delete(long id) {
        db.execute("delete from webhook.hook where id = ?", id);
    }

    /// @param at null: it is served again
    void disable(long id, @Nullable Instant at) {
        db.execute(
                "update webhook.hook set disabled_at = cast(? as timestamptz) where id = ?",
                at == null ? null : at(at),
                id);
    }

    /// @param ownerId whose sight limits what is told
    record Listener(long id, long ownerId) {}

    /// Who wants to be told about it.
    List<Listener> listeners(HookEvent event) {
        return db.fetch(
                        "select id, owner_id from webhook.hook where disabled_at is null and ? = any (events)",
                        event.code())
                .map(row -> new Listener(row.get(0, Long.class), row.get(1, Long.class)));
    }

    void write(long hookId, HookEvent event, String body, Instant now) {
        db.execute("""
                insert into webhook.delivery (hook_id, event, body, created_at, state, next_try_at)
                values (?, ?, ?, cast(? as timestamptz), 'WAITING', cast(? as timestamptz))
                """, hookId, event.code(), body, at(now), at(now));
    }

    /// The latest first.
    List<Delivery> deliveries(long hookId, int most) {
        return db.fetch("select * from webhook.delivery where hook_id = ? order by id desc limit ?", hookId, most)
                .map(WebhookStore::delivery);
    }

    /// @return whether there is one
    boolean again(long hookId, long deliveryId, Instant now) {
        return db.execute("""
                        update webhook.delivery set state = 'WAITING', next_try_at = cast(? as timestamptz), tries = 0
                        where hook_id = ? and id = ? and state <> 'SENDING'
                        """, at(now), hookId, deliveryId) > 0;
    }

    record Due(
            long id,
            long hookId,
            String address,
            String secret,
            String event,
            String body,
            Instant createdAt,
            int tries) {}

    /// Takes what is due, so that no other node takes it before `until`.
    List<Due> take(int most, Instant now, Instant until) {
        return db.fetch("""
                        update webhook.delivery d set state = 'SENDING', tries = d.tries + 1,
                            next_try_at = cast(? as timestamptz), tried_at = cast(? as timestamptz)
                        from webhook.hook h
                        where h.id = d.hook_id and d.id in (
                            select w.id from webhook.delivery w
                            join webhook.hook k on k.id = w.hook_id and k.disabled_at is null
                            where w.state in ('WAITING', 'SENDING') and w.next_try_at <= cast(? as timestamptz)
                            order by w.next_try_at limit ?
                            for update of w skip locked)
                        returning d.id, d.hook_id, h.address, h.secret, d.event, d.body, d.created_at, d.tries
                        """, at(until), at(now), at(now), most)
                .map(row -> new Due(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, OffsetDateTime.class).toInstant(),
                        row.get(7, Integer.class)));
    }

    void end(long id, State state, Instant next, @Nullable Integer status, String answer) {
        db.execute("""
                update webhook.delivery set state = ?, next_try_at = cast(? as timestamptz), status = cast(? as int), answer = ?
                where id = ? and state = 'SENDING'
                """, state.name(), at(next), status, answer, id);
    }

    /// Something reached the address since.
    boolean deliveredSince(long hookId, Instant since) {
        return db.fetchSingle("""
                        select exists (
                            select from webhook.delivery where hook_id = ? and state = 'DELIVERED' and tried_at >= cast(? as timestamptz))
                        """, hookId, at(since)).get(0, Boolean.class);
    }

    int countOld(Instant before) {
        return db.fetchSingle("""
                        select count(*)::int from webhook.delivery
                        where created_at < cast(? as timestamptz) and state in ('DELIVERED', 'FAILED')
                        """, at(before)).get(0, Integer.class);
    }

    int forget(Instant before) {
        return db.execute(
                "delete from webhook.delivery where created_at < cast(? as timestamptz)"
                        + " and state in ('DELIVERED', 'FAILED')",
                at(before));
    }

    private static Delivery delivery(Record row) {
        var state = State.valueOf(row.get("state", String.class));
        var isOver = state == State.DELIVERED || state == State.FAILED;
        return new Delivery(
                row.get("id", Long.class),
                row.get("event", String.class),
                row.get("body", String.class),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                state,
                row.get("tries", Integer.class),
                instant(row, "tried_at"),
                isOver ? null : row.get("next_try_at", OffsetDateTime.class).toInstant(),
                row.get("status", Integer.class),
                row.get("answer", String.class));
    }

    private static @Nullable Instant instant(Record row, String column) {
        var at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
