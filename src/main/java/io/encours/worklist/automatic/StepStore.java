package io.encours.worklist.automatic;

import encours.db.worklist.tables.records.AutomaticItemRecord;
import encours.db.worklist.tables.records.AutomaticMessageRecord;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of steps and the messages and letters that stand for them.
@Component
class StepStore {

    /// A step that a message stands for, as it is planned now.
    ///
    /// @param planned false: something else is planned for the item, or nothing
    record Step(RowId message, ActionId action, String code, String label, String type, boolean planned) {}

    /// A step that was done by a message which is cancelled.
    record Undone(ActionId action, String code, String label, String type) {}

    private final DSLContext db;

    StepStore(DSLContext db) {
        this.db = db;
    }

    /// That these were written by themselves, and what for.
    void keep(Outgoing.Kind kind, Map<Bundle, RowId> written, long companyId, LocalDate day) {
        var messages = new ArrayList<AutomaticMessageRecord>();
        var items = new ArrayList<AutomaticItemRecord>();
        written.forEach((bundle, message) -> {
            var firmest = bundle.firmest();
            messages.add(new AutomaticMessageRecord(
                    message.customer(),
                    message.id(),
                    companyId,
                    day,
                    firmest.position(),
                    firmest.code(),
                    firmest.label(),
                    false,
                    kind.name(),
                    bundle.waits()));
            bundle.steps()
                    .forEach(step -> items.add(new AutomaticItemRecord(
                            message.customer(),
                            message.id(),
                            step.item().id(),
                            step.occurrence(),
                            step.code(),
                            step.amount(),
                            kind.name())));
        });
        db.batchInsert(messages).execute();
        db.batchInsert(items).execute();
    }

    /// The steps these messages or letters stand for; none of those that were written by hand.
    List<Step> steps(Outgoing.Kind kind, Collection<RowId> messages) {
        return db.fetch("""
                        select i.customer_id, i.message_id, i.item_id, i.occurrence, i.code, coalesce(p.label, i.code) as label,
                            coalesce(p.type, '') as type, p.item_id is not null as planned
                        from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                        join worklist.automatic_item i
                            on i.kind = ? and i.customer_id = m.customer_id and i.message_id = m.id
                        left join worklist.planned_action p
                            on p.customer_id = i.customer_id and p.item_id = i.item_id and p.occurrence = i.occurrence
                            and p.code = i.code and not p.replaced
                        order by i.customer_id, i.item_id
                        """, RowId.customers(messages), RowId.ids(messages), kind.name())
                .map(row -> new Step(
                        new RowId(row.get("customer_id", Long.class), row.get("message_id", Long.class)),
                        new ActionId(
                                new RowId(row.get("customer_id", Long.class), row.get("item_id", Long.class)),
                                row.get("occurrence", Integer.class)),
                        row.get("code", String.class),
                        row.get("label", String.class),
                        row.get("type", String.class),
                        row.get("planned", Boolean.class)));
    }

    void markWithdrawn(Outgoing.Kind kind, Collection<RowId> messages) {
        db.execute("""
                update worklist.automatic_message w set withdrawn = true
                from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                where w.kind = ? and w.customer_id = m.customer_id and w.message_id = m.id
                """, RowId.customers(messages), RowId.ids(messages), kind.name());
    }

    /// Writes that these steps were done by their messages.
    ///
    /// @param events that tell of it, in the order of the steps
    /// @param by null: Encours itself
    void done(
            Outgoing.Kind kind,
            List<Step> steps,
            List<Long> events,
            LocalDate day,
            OffsetDateTime now,
            @Nullable Long by) {
        db.execute(
                """
                insert into worklist.done_action (customer_id, company_id, item_id, occurrence, decision, strategy_id, position,
                    step_code, code, label, type, stage, final, theoretical_date, action_date, done_on, done_at, done_by,
                    event_id, outgoing_kind, outgoing_id)
                select p.customer_id, p.company_id, p.item_id, p.occurrence, 'VALIDATED', p.strategy_id, p.position,
                    p.code, p.code, p.label, p.type, p.stage, coalesce(a.final, false), p.theoretical_date, p.action_date,
                    w.day, w.done_at, w.done_by, d.event_id, w.kind, d.message_id
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) d (customer_id, item_id, message_id, event_id)
                cross join (select ?::date, ?::timestamptz, ?::bigint, ?::text) w (day, done_at, done_by, kind)
                join worklist.planned_action p on p.customer_id = d.customer_id and p.item_id = d.item_id
                left join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = p.code
                """,
                steps.stream().map(step -> step.action().item().customer()).toArray(Long[]::new),
                steps.stream().map(step -> step.action().item().id()).toArray(Long[]::new),
                steps.stream().map(step -> step.message().id()).toArray(Long[]::new),
                events.toArray(Long[]::new),
                day,
                now,
                by,
                kind.name());
    }

    /// Takes back what these messages stood for, where nothing was decided after it.
    List<Undone> undo(Outgoing.Kind kind, Collection<RowId> messages, OffsetDateTime now, @Nullable Long by) {
        return db.fetch("""
                        update worklist.done_action d set undone_at = ?::timestamptz, undone_by = ?::bigint
                        from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                        where d.customer_id = m.customer_id and d.outgoing_kind = ? and d.outgoing_id = m.id
                        and d.undone_at is null
                        and (d.outgoing_kind = 'MESSAGE' or exists (
                            select from worklist.automatic_message w
                            where w.customer_id = d.customer_id and w.kind = d.outgoing_kind and w.message_id = d.outgoing_id))
                        and not exists (
                            select from worklist.done_action x
                            where x.customer_id = d.customer_id and x.item_id = d.item_id and x.occurrence > d.occurrence
                            and x.undone_at is null)
                        and not exists (
                            select from worklist.replaced_action r
                            where r.customer_id = d.customer_id and r.item_id = d.item_id and r.occurrence > d.occurrence
                            and r.undone_at is null)
                        returning d.customer_id, d.item_id, d.occurrence, d.code, d.label, d.type
                        """, now, by, RowId.customers(messages), RowId.ids(messages), kind.name())
                .map(row -> new Undone(
                        new ActionId(
                                new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class)),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class)));
    }
}
