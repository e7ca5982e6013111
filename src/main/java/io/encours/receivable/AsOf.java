package io.encours.receivable;

import static encours.db.receivable.Tables.ALLOCATION;
import static encours.db.receivable.Tables.OPEN_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What remains of an item as of a day (docs/decisions/0003): nothing before its entry date and from the day it
/// was settled, else the original amount less what was allocated by then.
public final class AsOf {

    private AsOf() {}

    /// For a query that has `open_item`.
    public static Field<BigDecimal> remaining(LocalDate day) {
        return remaining(DSL.val(day));
    }

    /// For a query that has `open_item`, as of a day of its own for each row.
    public static Field<BigDecimal> remaining(Field<LocalDate> day) {
        var paid = DSL.field(DSL.select(DSL.coalesce(DSL.sum(ALLOCATION.AMOUNT), BigDecimal.ZERO))
                .from(ALLOCATION)
                .where(ALLOCATION.CUSTOMER_ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .and(ALLOCATION.DEBIT_ITEM_ID.eq(OPEN_ITEM.ID))
                .and(ALLOCATION.ALLOCATED_ON.le(day)));
        var used = DSL.field(DSL.select(DSL.coalesce(DSL.sum(ALLOCATION.AMOUNT), BigDecimal.ZERO))
                .from(ALLOCATION)
                .where(ALLOCATION.CUSTOMER_ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .and(ALLOCATION.CREDIT_ITEM_ID.eq(OPEN_ITEM.ID))
                .and(ALLOCATION.ALLOCATED_ON.le(day)));
        return DSL.when(OPEN_ITEM.ENTRY_DATE.gt(day).or(OPEN_ITEM.SETTLED_ON.le(day)), BigDecimal.ZERO)
                .when(OPEN_ITEM.ORIGINAL.gt(BigDecimal.ZERO), OPEN_ITEM.ORIGINAL.minus(paid))
                .otherwise(OPEN_ITEM.ORIGINAL.plus(used));
    }

    /// Something remains on the day.
    public static Condition open(LocalDate day) {
        return OPEN_ITEM.ENTRY_DATE.le(day).and(OPEN_ITEM.SETTLED_ON.isNull().or(OPEN_ITEM.SETTLED_ON.gt(day)));
    }
}
