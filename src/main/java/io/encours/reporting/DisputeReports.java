package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.DONE_ACTION;

import io.encours.platform.RowId;
import io.encours.receivable.AsOf;
import io.encours.reporting.DisputeReport.Row;
import io.encours.worklist.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/// The report on disputes (R6): items whose last decided action heard that the customer contests them.
@Service
public class DisputeReports {

    private final DSLContext db;

    DisputeReports(DSLContext db) {
        this.db = db;
    }

    /// The longest contested first.
    public DisputeReport of(Extent extent, LocalDate asOf) {
        var later = DONE_ACTION.as("later");
        var remaining = AsOf.remaining(asOf).as("remaining_then");
        var rows = db.select(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.ITEM_ID, DONE_ACTION.DONE_ON, remaining)
                .select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, OPEN_ITEM.DOCUMENT, APP_USER.LOGIN)
                .from(DONE_ACTION)
                .join(OPEN_ITEM)
                .on(OPEN_ITEM.CUSTOMER_ID.eq(DONE_ACTION.CUSTOMER_ID))
                .and(OPEN_ITEM.ID.eq(DONE_ACTION.ITEM_ID))
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(DONE_ACTION.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DONE_ACTION.DONE_BY))
                .where(
                        DONE_ACTION.OUTCOME.eq(Outcome.DISPUTES.name()),
                        DONE_ACTION.UNDONE_AT.isNull(),
                        DONE_ACTION.DONE_ON.le(asOf),
                        AsOf.open(asOf),
                        OPEN_ITEM.ORIGINAL.gt(BigDecimal.ZERO),
                        extent.customers(),
                        DSL.notExists(DSL.selectOne()
                                .from(later)
                                .where(
                                        later.CUSTOMER_ID.eq(DONE_ACTION.CUSTOMER_ID),
                                        later.ITEM_ID.eq(DONE_ACTION.ITEM_ID),
                                        later.UNDONE_AT.isNull(),
                                        later.DONE_ON.le(asOf),
                                        later.ID.gt(DONE_ACTION.ID))))
                .orderBy(DONE_ACTION.DONE_ON, CUSTOMER_.NAME, DONE_ACTION.ID)
                .fetch(row -> new Row(
                        new RowId(row.get(DONE_ACTION.CUSTOMER_ID), row.get(DONE_ACTION.ITEM_ID)).toString(),
                        row.get(COMPANY_.CODE),
                        row.get(CUSTOMER_.CODE),
                        row.get(CUSTOMER_.NAME),
                        row.get(OPEN_ITEM.DOCUMENT),
                        row.get(APP_USER.LOGIN),
                        row.get(DONE_ACTION.DONE_ON),
                        ChronoUnit.DAYS.between(row.get(DONE_ACTION.DONE_ON), asOf),
                        extent.money(row.get(remaining))));
        var disputed = extent.money(rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        var claims = extent.money(db.select(Fact.total(Fact.CLAIM))
                .from(extent.facts())
                .where(Fact.CLAIM, Fact.DAY.le(asOf))
                .fetchSingle()
                .value1());
        return new DisputeReport(asOf, extent.currency(), rows, disputed, claims, Rate.of(disputed, claims));
    }
}
