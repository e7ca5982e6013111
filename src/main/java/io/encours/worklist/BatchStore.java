package io.encours.worklist;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.BATCH;
import static encours.db.worklist.Tables.DONE_ACTION;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static encours.db.worklist.Tables.REPLACED_ACTION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of deciding on many items: each statement is for all of them.
@Component
class BatchStore {

    /// A step that is planned, and where its customer is.
    record Planned(PlannedActionRecord plan, Place place) {

        RowId item() {
            return new RowId(plan.getCustomerId(), plan.getItemId());
        }

        ActionId action() {
            return new ActionId(item(), plan.getOccurrence());
        }
    }

    /// A decision that was taken back.
    ///
    /// @param made what it sends
    record Undone(ActionId action, String type, String code, String label, Optional<Outgoing> made) {}

    /// A step with the event that tells of it.
    ///
    /// @param made what the action sends; null: nothing
    record Told(
            RowId item, long event, LocalDate on, @Nullable Outgoing made) {}

    private static final String ARRAYS = "from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::date[],"
            + " ?::text[], ?::bigint[]) d (customer_id, item_id, event_id, decided_on, outgoing_kind, outgoing_id)";

    private final DSLContext db;
    private final ActionStore actions;

    BatchStore(DSLContext db, ActionStore actions) {
        this.db = db;
        this.actions = actions;
    }

    /// Waits for whoever decides on one of these, and then sees what they decided. In the order of their ids, so that
    /// two batches wait for one another and never for each other.
    Map<RowId, Planned> lock(Scope scope, Collection<RowId> items) {
        var places = actions.places(scope, customers(items));
        return db
                .selectFrom(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.CUSTOMER_ID.eq(any(places.keySet().toArray(Long[]::new))),
                        PLANNED_ACTION.ITEM_ID.eq(any(ids(items))))
                .orderBy(PLANNED_ACTION.CUSTOMER_ID, PLANNED_ACTION.ITEM_ID)
                .forUpdate()
                .fetch(plan -> new Planned(plan, Objects.requireNonNull(places.get(plan.getCustomerId()))))
                .stream()
                .collect(Collectors.toMap(Planned::item, Function.identity()));
    }

    /// Documents of those of the items that are there and in the scope, open or settled.
    Map<RowId, String> documents(Scope scope, Collection<RowId> items) {
        return db.select(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID, OPEN_ITEM.DOCUMENT)
                .from(OPEN_ITEM)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .where(
                        OPEN_ITEM.CUSTOMER_ID.eq(any(customers(items))),
                        OPEN_ITEM.ID.eq(any(ids(items))),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchMap(row -> new RowId(row.value1(), row.value2()), row -> row.value3());
    }

    long insert(String kind, long user, OffsetDateTime now, int done, int leftOut) {
        return Objects.requireNonNull(db.insertInto(BATCH)
                .set(BATCH.KIND, kind)
                .set(BATCH.MADE_BY, user)
                .set(BATCH.MADE_AT, now)
                .set(BATCH.DONE, done)
                .set(BATCH.LEFT_OUT, leftOut)
                .returning(BATCH.ID)
                .fetchSingle()
                .getId());
    }

    /// Writes the decision on the planned steps of these items. What is skipped was not done: it does not make the item
    /// leave the strategy.
    void decide(
            String decision,
            List<Told> told,
            long user,
            OffsetDateTime now,
            String comment,
            @Nullable String outcome,
            @Nullable LocalDate heldUntil,
            long batch) {
        db.execute(
                """
                insert into worklist.done_action (customer_id, company_id, item_id, occurrence, decision, strategy_id, position,
                    step_code, code, label, type, stage, final, theoretical_date, action_date, done_on, done_at, done_by, comment,
                    outcome, event_id, held_until, batch_id, outgoing_kind, outgoing_id)
                select p.customer_id, p.company_id, p.item_id, p.occurrence, w.decision, p.strategy_id, p.position,
                    coalesce(r.replaced_code, p.code), p.code, p.label, p.type, p.stage,
                    w.decision = 'VALIDATED' and coalesce(a.final, false), p.theoretical_date, p.action_date,
                    d.decided_on, w.done_at, w.done_by, w.comment, w.outcome, d.event_id, w.held_until, w.batch_id,
                    d.outgoing_kind, d.outgoing_id
                %s
                cross join (select ?::text, ?::timestamptz, ?::bigint, ?::text, ?::text, ?::date, ?::bigint)
                    w (decision, done_at, done_by, comment, outcome, held_until, batch_id)
                join worklist.planned_action p on p.customer_id = d.customer_id and p.item_id = d.item_id
                left join worklist.replaced_action r
                    on r.customer_id = p.customer_id and r.item_id = p.item_id and r.occurrence = p.occurrence
                    and r.undone_at is null
                left join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = p.code
                """.formatted(ARRAYS),
                customersOf(told),
                itemsOf(told),
                eventsOf(told),
                daysOf(told),
                kindsOf(told),
                outgoingsOf(told),
                decision,
                now,
                user,
                comment,
                outcome,
                heldUntil,
                batch);
    }

    /// Puts another action in the place of the planned steps of these items.
    void replace(List<Told> told, Substitute other, long user, OffsetDateTime now, String comment, long batch) {
        db.execute(
                """
                insert into worklist.replaced_action (customer_id, company_id, item_id, occurrence, replaced_code, code, label,
                    type, stage, theoretical_date, replaced_on, replaced_at, replaced_by, comment, event_id, batch_id)
                select p.customer_id, p.company_id, p.item_id, p.occurrence, p.code, coalesce(a.code, w.type),
                    coalesce(a.label, w.label), coalesce(a.type, w.type), coalesce(a.stage, p.stage),
                    coalesce(w.day, p.theoretical_date), d.decided_on, w.replaced_at, w.replaced_by, w.comment, d.event_id, w.batch_id
                %s
                cross join (select ?::text, ?::text, ?::text, ?::date, ?::timestamptz, ?::bigint, ?::text, ?::bigint)
                    w (code, type, label, day, replaced_at, replaced_by, comment, batch_id)
                join worklist.planned_action p on p.customer_id = d.customer_id and p.item_id = d.item_id
                left join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = w.code
                """.formatted(ARRAYS),
                customersOf(told),
                itemsOf(told),
                eventsOf(told),
                daysOf(told),
                kindsOf(told),
                outgoingsOf(told),
                other.code(),
                other.type(),
                other.label(),
                other.date(),
                now,
                user,
                comment,
                batch);
    }

    /// Items with a decision of this batch that stands, in the scope.
    List<RowId> itemsOf(Scope scope, long batch) {
        return db.selectDistinct(CUSTOMER_.ID, DONE_ACTION.ITEM_ID)
                .from(DONE_ACTION)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(DONE_ACTION.CUSTOMER_ID))
                .where(
                        DONE_ACTION.BATCH_ID.eq(batch),
                        DONE_ACTION.UNDONE_AT.isNull(),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .union(select(CUSTOMER_.ID, REPLACED_ACTION.ITEM_ID)
                        .from(REPLACED_ACTION)
                        .join(CUSTOMER_)
                        .on(CUSTOMER_.ID.eq(REPLACED_ACTION.CUSTOMER_ID))
                        .where(
                                REPLACED_ACTION.BATCH_ID.eq(batch),
                                REPLACED_ACTION.UNDONE_AT.isNull(),
                                scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID)))
                .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    /// What a batch did; empty: there is none.
    Optional<String> kind(long batch) {
        return db.select(BATCH.KIND).from(BATCH).where(BATCH.ID.eq(batch)).fetchOptional(BATCH.KIND);
    }

    /// Takes back the replacements of a batch on these items, where nothing was done after them.
    List<Undone> undoReplacements(long batch, Collection<RowId> items, long user, OffsetDateTime now) {
        return undo("""
                update worklist.replaced_action b set undone_at = ?::timestamptz, undone_by = ?
                where b.batch_id = ? and b.undone_at is null and b.customer_id = any (?) and b.item_id = any (?)
                and not exists (
                    select from worklist.done_action d
                    where d.customer_id = b.customer_id and d.item_id = b.item_id and d.occurrence >= b.occurrence
                    and d.undone_at is null)
                returning b.customer_id, b.item_id, b.occurrence, b.type, b.code, b.label, null::text, null::bigint
                """, batch, items, user, now);
    }

    /// Takes back the decisions of a batch on these items, where nothing was decided after them.
    List<Undone> undoDecisions(long batch, Collection<RowId> items, long user, OffsetDateTime now) {
        return undo("""
                update worklist.done_action b set undone_at = ?::timestamptz, undone_by = ?
                where b.batch_id = ? and b.undone_at is null and b.customer_id = any (?) and b.item_id = any (?)
                and not exists (
                    select from worklist.done_action d
                    where d.customer_id = b.customer_id and d.item_id = b.item_id and d.occurrence > b.occurrence
                    and d.undone_at is null)
                and not exists (
                    select from worklist.replaced_action r
                    where r.customer_id = b.customer_id and r.item_id = b.item_id and r.occurrence > b.occurrence
                    and r.undone_at is null)
                returning b.customer_id, b.item_id, b.occurrence, b.type, b.code, b.label,
                    b.outgoing_kind, b.outgoing_id
                """, batch, items, user, now);
    }

    private List<Undone> undo(String sql, long batch, Collection<RowId> items, long user, OffsetDateTime now) {
        return db.resultQuery(sql, now, user, batch, customers(items), ids(items))
                .fetch(row -> new Undone(
                        new ActionId(
                                new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class)),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        Optional.ofNullable(row.get(6, String.class))
                                .map(kind -> new Outgoing(
                                        Outgoing.Kind.valueOf(kind),
                                        new RowId(row.get(0, Long.class), row.get(7, Long.class))))));
    }

    private static Long[] customers(Collection<RowId> items) {
        return items.stream().map(RowId::customer).distinct().toArray(Long[]::new);
    }

    private static Long[] ids(Collection<RowId> items) {
        return items.stream().map(RowId::id).toArray(Long[]::new);
    }

    private static Long[] customersOf(List<Told> told) {
        return told.stream().map(each -> each.item().customer()).toArray(Long[]::new);
    }

    private static Long[] itemsOf(List<Told> told) {
        return told.stream().map(each -> each.item().id()).toArray(Long[]::new);
    }

    private static Long[] eventsOf(List<Told> told) {
        return told.stream().map(Told::event).toArray(Long[]::new);
    }

    private static @Nullable String[] kindsOf(List<Told> told) {
        return told.stream()
                .map(each -> each.made() == null ? null : each.made().kind().name())
                .toArray(String[]::new);
    }

    private static @Nullable Long[] outgoingsOf(List<Told> told) {
        return told.stream()
                .map(each ->
                        each.made() == null ? null : (Long) each.made().id().id())
                .toArray(Long[]::new);
    }

    private static LocalDate[] daysOf(List<Told> told) {
        return told.stream().map(Told::on).toArray(LocalDate[]::new);
    }
}
