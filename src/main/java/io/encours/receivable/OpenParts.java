package io.encours.receivable;

import static encours.db.receivable.Tables.ALLOCATION;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/// What remains on a day, in parts that add up: the original amount of every item that is open then, and what
/// had been allocated to it by then with the opposite sign. Sums of parts are sums of remaining amounts
/// (docs/decisions/0003), without looking up the allocations of each item.
public final class OpenParts {

    private static final String ALIAS = "part";

    public static final Field<Long> CUSTOMER_ID = part("customer_id", Long.class);
    public static final Field<Long> ITEM_ID = part("item_id", Long.class);
    public static final Field<String> KIND = part("kind", String.class);
    public static final Field<String> CONTROL_ACCOUNT = part("control_account", String.class);
    public static final Field<LocalDate> DUE_DATE = part("due_date", LocalDate.class);
    public static final Field<BigDecimal> AMOUNT = part("amount", BigDecimal.class);

    /// Of an item the customer owes; else it is a credit.
    public static final Field<Boolean> CLAIM = part("claim", Boolean.class);

    private OpenParts() {}

    /// A table of parts to select from.
    ///
    /// @param items on the columns of `open_item`
    public static Table<?> asOf(LocalDate day, Condition items) {
        return table(day, AsOf.open(day).and(items));
    }

    /// The same, for a day on or after the last change of the ledger: cheaper, with an index of what is open.
    public static Table<?> now(LocalDate day, Condition items) {
        return table(day, OPEN_ITEM.SETTLED_ON.isNull().and(items));
    }

    private static Table<?> table(LocalDate day, Condition open) {
        return parts(OPEN_ITEM.ORIGINAL, OPEN_ITEM)
                .where(open)
                .unionAll(allocated(ALLOCATION.AMOUNT.neg(), ALLOCATION.DEBIT_ITEM_ID.eq(OPEN_ITEM.ID), day, open))
                .unionAll(allocated(ALLOCATION.AMOUNT, ALLOCATION.CREDIT_ITEM_ID.eq(OPEN_ITEM.ID), day, open))
                .asTable(ALIAS);
    }

    private static SelectConditionStep<Record> allocated(
            Field<BigDecimal> amount, Condition side, LocalDate day, Condition open) {
        return parts(
                        amount,
                        OPEN_ITEM
                                .join(ALLOCATION)
                                .on(ALLOCATION.CUSTOMER_ID.eq(OPEN_ITEM.CUSTOMER_ID))
                                .and(side))
                .where(open)
                .and(ALLOCATION.ALLOCATED_ON.le(day));
    }

    private static org.jooq.SelectJoinStep<Record> parts(Field<BigDecimal> amount, Table<?> from) {
        return select(java.util.List.<org.jooq.SelectFieldOrAsterisk>of(
                        OPEN_ITEM.CUSTOMER_ID,
                        OPEN_ITEM.ID.as("item_id"),
                        OPEN_ITEM.KIND,
                        OPEN_ITEM.CONTROL_ACCOUNT,
                        OPEN_ITEM.DUE_DATE,
                        amount.as("amount"),
                        field(OPEN_ITEM.ORIGINAL.ge(BigDecimal.ZERO)).as("claim")))
                .from(from);
    }

    private static <T> Field<T> part(String column, Class<T> type) {
        return field(name(ALIAS, column), type);
    }
}
