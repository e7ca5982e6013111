package io.encours.worklist;

import static encours.db.worklist.Tables.DONE_ACTION;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.any;

import io.encours.correspondence.HeldItems;
import io.encours.platform.RowId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Items whose next action was put off, or whose last call ended with a day to wait for that is not over.
@Component
class PlannedHolds implements HeldItems {

    private final DSLContext db;

    PlannedHolds(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<RowId> of(Collection<Long> customerIds, LocalDate today) {
        return db.select(PLANNED_ACTION.CUSTOMER_ID, PLANNED_ACTION.ITEM_ID)
                .from(PLANNED_ACTION)
                .leftJoin(DONE_ACTION)
                .on(
                        DONE_ACTION.CUSTOMER_ID.eq(PLANNED_ACTION.CUSTOMER_ID),
                        DONE_ACTION.ITEM_ID.eq(PLANNED_ACTION.ITEM_ID),
                        DONE_ACTION.OCCURRENCE.eq(PLANNED_ACTION.OCCURRENCE.minus(1)),
                        DONE_ACTION.UNDONE_AT.isNull())
                .where(
                        PLANNED_ACTION.CUSTOMER_ID.eq(any(customerIds.toArray(Long[]::new))),
                        PLANNED_ACTION.UNTIL.ge(today).or(DONE_ACTION.HELD_UNTIL.ge(today)))
                .fetchSet(row -> new RowId(row.value1(), row.value2()));
    }
}
