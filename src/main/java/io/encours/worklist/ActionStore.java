package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.DONE_ACTION;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static encours.db.worklist.Tables.REPLACED_ACTION;
import static org.jooq.impl.DSL.any;

import encours.db.worklist.tables.records.DoneActionRecord;
import encours.db.worklist.tables.records.PlannedActionRecord;
import encours.db.worklist.tables.records.ReplacedActionRecord;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.worklist.outgoing.Outgoing;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of doing actions, one item at a time.
@Component
class ActionStore {

    /// Company of a customer that is in the scope.
    ///
    /// @param absent name of the customer's agent when the caller stands in for them; null: the caller does not
    record Place(long companyId, ZoneId zone, @Nullable String absent) {}

    private final DSLContext db;

    ActionStore(DSLContext db) {
        this.db = db;
    }

    Optional<Place> place(Scope scope, long customerId) {
        return Optional.ofNullable(places(scope, customerId).get(customerId));
    }

    /// The same of many customers, by their ids; those outside of the scope are missing.
    Map<Long, Place> places(Scope scope, Long... customerIds) {
        return db.select(CUSTOMER_.ID, CUSTOMER_.COMPANY_ID, COMPANY_.TIME_ZONE, CUSTOMER_.AGENT_ID, APP_USER.NAME)
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .where(CUSTOMER_.ID.eq(any(customerIds)), scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchMap(
                        CUSTOMER_.ID,
                        row -> new Place(
                                row.value2(),
                                ZoneId.of(row.value3()),
                                scope.standsInFor(row.value4()) ? row.value5() : null));
    }

    /// Waits for whoever decides on the same item, and then sees what they decided. Empty: the item is not open.
    Optional<PlannedActionRecord> lockPlan(RowId item) {
        return db.selectFrom(PLANNED_ACTION)
                .where(PLANNED_ACTION.CUSTOMER_ID.eq(item.customer()), PLANNED_ACTION.ITEM_ID.eq(item.id()))
                .forUpdate()
                .fetchOptional();
    }

    boolean isItem(RowId item) {
        return db.fetchExists(OPEN_ITEM, OPEN_ITEM.CUSTOMER_ID.eq(item.customer()), OPEN_ITEM.ID.eq(item.id()));
    }

    /// The latest of a step, undone or not.
    Optional<DoneActionRecord> done(ActionId id) {
        return db.selectFrom(DONE_ACTION)
                .where(
                        DONE_ACTION.CUSTOMER_ID.eq(id.item().customer()),
                        DONE_ACTION.ITEM_ID.eq(id.item().id()),
                        DONE_ACTION.OCCURRENCE.eq(id.occurrence()))
                .orderBy(DONE_ACTION.UNDONE_AT.desc().nullsFirst())
                .limit(1)
                .forUpdate()
                .fetchOptional();
    }

    /// The latest of a step, undone or not.
    Optional<ReplacedActionRecord> replaced(ActionId id) {
        return db.selectFrom(REPLACED_ACTION)
                .where(
                        REPLACED_ACTION.CUSTOMER_ID.eq(id.item().customer()),
                        REPLACED_ACTION.ITEM_ID.eq(id.item().id()),
                        REPLACED_ACTION.OCCURRENCE.eq(id.occurrence()))
                .orderBy(REPLACED_ACTION.UNDONE_AT.desc().nullsFirst())
                .limit(1)
                .forUpdate()
                .fetchOptional();
    }

    /// Something was done on the item at this step or later.
    boolean isDoneFrom(RowId item, int occurrence) {
        return db.fetchExists(
                DONE_ACTION,
                DONE_ACTION.CUSTOMER_ID.eq(item.customer()),
                DONE_ACTION.ITEM_ID.eq(item.id()),
                DONE_ACTION.OCCURRENCE.ge(occurrence),
                DONE_ACTION.UNDONE_AT.isNull());
    }

    /// A step of the item was replaced, this one or a later one.
    boolean isReplacedFrom(RowId item, int occurrence) {
        return db.fetchExists(
                REPLACED_ACTION,
                REPLACED_ACTION.CUSTOMER_ID.eq(item.customer()),
                REPLACED_ACTION.ITEM_ID.eq(item.id()),
                REPLACED_ACTION.OCCURRENCE.ge(occurrence),
                REPLACED_ACTION.UNDONE_AT.isNull());
    }

    /// Those of them that a decision which stands has made.
    Set<Outgoing> standing(Collection<Outgoing> made) {
        return db.selectDistinct(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.OUTGOING_KIND, DONE_ACTION.OUTGOING_ID)
                .from(DONE_ACTION)
                .where(
                        DONE_ACTION.CUSTOMER_ID.eq(any(
                                made.stream().map(each -> each.id().customer()).toArray(Long[]::new))),
                        DONE_ACTION.OUTGOING_ID.eq(
                                any(made.stream().map(each -> each.id().id()).toArray(Long[]::new))),
                        DONE_ACTION.UNDONE_AT.isNull())
                .fetchSet(row ->
                        new Outgoing(Outgoing.Kind.valueOf(row.value2()), new RowId(row.value1(), row.value3())));
    }

    void insert(DoneActionRecord row) {
        db.executeInsert(row);
    }

    void insert(ReplacedActionRecord row) {
        db.executeInsert(row);
    }

    void update(DoneActionRecord row) {
        db.executeUpdate(row);
    }

    void update(ReplacedActionRecord row) {
        db.executeUpdate(row);
    }
}
