package io.encours.overview;

import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.receivable.ItemKind;
import io.encours.receivable.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The sums of a position over open items, as a table to join.
final class PositionSums {

    private static final String ALIAS = "position";

    static final Field<Long> CUSTOMER = field("of_customer", Long.class);
    static final Field<BigDecimal> BALANCE = field("balance", BigDecimal.class);
    static final Field<BigDecimal> OVERDUE = field("overdue", BigDecimal.class);
    private static final Field<BigDecimal> NOT_DUE = field("not_due", BigDecimal.class);
    private static final Field<BigDecimal> UNALLOCATED = field("unallocated", BigDecimal.class);
    private static final Field<BigDecimal> CREDIT_NOTES = field("credit_notes", BigDecimal.class);
    private static final Field<BigDecimal> DEPOSITS = field("deposits", BigDecimal.class);
    private static final Field<Integer> OVERDUE_ITEMS = field("overdue_items", Integer.class);
    private static final Field<Integer> NOT_DUE_ITEMS = field("not_due_items", Integer.class);
    private static final Field<Integer> DEPOSIT_ITEMS = field("deposit_items", Integer.class);
    private static final Field<Integer> CREDIT_ITEMS = field("credit_items", Integer.class);

    private PositionSums() {}

    static List<Field<?>> fields() {
        return List.of(
                BALANCE,
                OVERDUE,
                NOT_DUE,
                UNALLOCATED,
                CREDIT_NOTES,
                DEPOSITS,
                OVERDUE_ITEMS,
                NOT_DUE_ITEMS,
                DEPOSIT_ITEMS,
                CREDIT_ITEMS);
    }

    /// One row for each customer of the condition.
    static Table<?> byCustomer(Condition items, LocalDate today) {
        return query(items, today).groupBy(OPEN_ITEM.CUSTOMER_ID).asTable(ALIAS);
    }

    /// One row for all items of the condition.
    static Table<?> together(Condition items, LocalDate today) {
        return query(items, today).asTable(ALIAS);
    }

    static Position of(Record row, long customerId, String currency) {
        return new Position(
                customerId,
                currency,
                amount(row, BALANCE),
                amount(row, OVERDUE),
                amount(row, NOT_DUE),
                amount(row, UNALLOCATED),
                amount(row, CREDIT_NOTES),
                amount(row, DEPOSITS),
                number(row, OVERDUE_ITEMS),
                number(row, NOT_DUE_ITEMS),
                number(row, CREDIT_ITEMS),
                number(row, DEPOSIT_ITEMS));
    }

    private static org.jooq.SelectConditionStep<Record> query(Condition items, LocalDate today) {
        var claim = OPEN_ITEM.REMAINING.gt(BigDecimal.ZERO);
        var overdue = claim.and(OPEN_ITEM.DUE_DATE.lt(today));
        var notDue = claim.and(OPEN_ITEM.DUE_DATE.ge(today));
        var deposit = OPEN_ITEM.KIND.eq(inline(ItemKind.DEPOSIT.name()));
        var credit = OPEN_ITEM.REMAINING.lt(BigDecimal.ZERO).andNot(deposit);
        return select(List.<Field<?>>of(
                        DSL.min(OPEN_ITEM.CUSTOMER_ID).as(CUSTOMER.getUnqualifiedName()),
                        total(sum(OPEN_ITEM.REMAINING), BALANCE),
                        total(sum(OPEN_ITEM.REMAINING).filterWhere(overdue), OVERDUE),
                        total(sum(OPEN_ITEM.REMAINING).filterWhere(notDue), NOT_DUE),
                        total(
                                sum(OPEN_ITEM.REMAINING)
                                        .filterWhere(OPEN_ITEM.KIND.eq(inline(ItemKind.PAYMENT.name()))),
                                UNALLOCATED),
                        total(
                                sum(OPEN_ITEM.REMAINING)
                                        .filterWhere(OPEN_ITEM.KIND.eq(inline(ItemKind.CREDIT_NOTE.name()))),
                                CREDIT_NOTES),
                        total(sum(OPEN_ITEM.REMAINING).filterWhere(deposit), DEPOSITS),
                        count().filterWhere(overdue).as(OVERDUE_ITEMS.getUnqualifiedName()),
                        count().filterWhere(notDue).as(NOT_DUE_ITEMS.getUnqualifiedName()),
                        count().filterWhere(deposit).as(DEPOSIT_ITEMS.getUnqualifiedName()),
                        count().filterWhere(credit).as(CREDIT_ITEMS.getUnqualifiedName())))
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.SETTLED_ON.isNull(), items);
    }

    private static Field<BigDecimal> total(Field<BigDecimal> sum, Field<BigDecimal> as) {
        return coalesce(sum, inline(BigDecimal.ZERO)).as(as.getUnqualifiedName());
    }

    private static <T> Field<T> field(String column, Class<T> type) {
        return DSL.field(name(ALIAS, column), type);
    }

    private static BigDecimal amount(Record row, Field<BigDecimal> field) {
        var amount = row.get(field);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static int number(Record row, Field<Integer> field) {
        var number = row.get(field);
        return number == null ? 0 : number;
    }
}
