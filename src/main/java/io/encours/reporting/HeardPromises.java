package io.encours.reporting;

import static encours.db.worklist.Tables.DONE_ACTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.encours.worklist.Outcome;
import java.time.LocalDate;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// Promises heard in a call, the last of each item: known from the day they were heard.
final class HeardPromises {

    private HeardPromises() {}

    /// Customer, item, promised day, of the customers of a report.
    static Select<Record3<Long, Long, LocalDate>> latest(Extent extent, LocalDate asOf) {
        return select(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.ITEM_ID, DONE_ACTION.HELD_UNTIL)
                .distinctOn(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.ITEM_ID)
                .from(DONE_ACTION)
                .where(
                        DONE_ACTION.COMPANY_ID.in(extent.companyIds()),
                        extent.isWhole() ? DSL.noCondition() : extent.covers(DONE_ACTION.CUSTOMER_ID),
                        DONE_ACTION.OUTCOME.eq(inline(Outcome.PROMISED.name())),
                        DONE_ACTION.HELD_UNTIL.isNotNull(),
                        DONE_ACTION.UNDONE_AT.isNull(),
                        DONE_ACTION.DONE_ON.le(asOf))
                .orderBy(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.ITEM_ID, DONE_ACTION.ID.desc());
    }
}
