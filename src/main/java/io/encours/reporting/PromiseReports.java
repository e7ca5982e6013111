package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.DONE_ACTION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.receivable.AsOf;
import io.encours.reporting.PromiseReport.Row;
import io.encours.reporting.PromiseReport.State;
import io.encours.worklist.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The report on promises (R6): those heard in calls.
@Service
public class PromiseReports {

    private static final int GRACE_DAYS = 2;

    private final DSLContext db;

    PromiseReports(DSLContext db) {
        this.db = db;
    }

    /// Promises given in a span, with their state as of a day.
    ///
    /// @param heardBy login; null: whoever heard them
    /// @throws Problem refused when the span ends before it begins
    public PromiseReport of(Extent extent, LocalDate from, LocalDate to, LocalDate asOf, @Nullable String heardBy) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "reporting.problem.span");
        }
        var rows = heard(extent, from, to, asOf).stream()
                .filter(row -> heardBy == null || row.agent().equals(heardBy))
                .toList();
        var due = sum(extent, rows, row -> row.state() != State.EXPECTED);
        var kept = sum(extent, rows, row -> row.state() == State.KEPT);
        return new PromiseReport(
                from,
                to,
                extent.currency(),
                rows,
                sum(extent, rows, row -> row.state() == State.EXPECTED),
                kept,
                due.subtract(kept),
                due.signum() == 0 ? null : Rate.of(kept, due));
    }

    List<Row> heard(Extent extent, LocalDate from, LocalDate to, LocalDate asOf) {
        var end = field("{0} + " + GRACE_DAYS, LocalDate.class, DONE_ACTION.HELD_UNTIL);
        var atFirst = AsOf.remaining(DONE_ACTION.DONE_ON);
        var atEnd = AsOf.remaining(least(end, val(asOf)));
        return db.select(DONE_ACTION.CUSTOMER_ID, DONE_ACTION.ITEM_ID, DONE_ACTION.DONE_ON, DONE_ACTION.HELD_UNTIL)
                .select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, OPEN_ITEM.DOCUMENT, APP_USER.LOGIN)
                .select(atFirst.as("at_first"), atEnd.as("at_end"))
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
                        DONE_ACTION.OUTCOME.eq(Outcome.PROMISED.name()),
                        DONE_ACTION.HELD_UNTIL.isNotNull(),
                        DONE_ACTION.UNDONE_AT.isNull(),
                        DONE_ACTION.DONE_ON.between(from, to),
                        DONE_ACTION.DONE_ON.le(asOf),
                        extent.customers())
                .orderBy(DONE_ACTION.HELD_UNTIL, CUSTOMER_.NAME, DONE_ACTION.ID)
                .fetch(row -> {
                    var amount = extent.money(row.get("at_first", BigDecimal.class));
                    var left = extent.money(row.get("at_end", BigDecimal.class));
                    return new Row(
                            new RowId(row.get(DONE_ACTION.CUSTOMER_ID), row.get(DONE_ACTION.ITEM_ID)).toString(),
                            row.get(COMPANY_.CODE),
                            row.get(CUSTOMER_.CODE),
                            row.get(CUSTOMER_.NAME),
                            row.get(OPEN_ITEM.DOCUMENT),
                            row.get(APP_USER.LOGIN),
                            row.get(DONE_ACTION.DONE_ON),
                            row.get(DONE_ACTION.HELD_UNTIL),
                            amount,
                            amount.subtract(left),
                            state(amount, left, row.get(DONE_ACTION.HELD_UNTIL).plusDays(GRACE_DAYS), asOf));
                });
    }

    private static State state(BigDecimal amount, BigDecimal left, LocalDate end, LocalDate asOf) {
        if (left.signum() == 0) {
            return State.KEPT;
        }
        if (!end.isBefore(asOf)) {
            return State.EXPECTED;
        }
        return left.compareTo(amount) < 0 ? State.PARTLY_KEPT : State.BROKEN;
    }

    private static BigDecimal sum(Extent extent, List<Row> rows, Predicate<Row> which) {
        return extent.money(rows.stream().filter(which).map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
