package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import encours.db.customer.tables.Customer;
import encours.db.worklist.tables.PlannedAction;
import io.encours.platform.ActionId;
import io.encours.platform.Cursor;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.platform.Slice;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The lines of a group of the supervisor, a page at a time, and what they add up to.
@Component
class ActionRows {

    private static final PlannedAction PLAN = PLANNED_ACTION.as("p");
    private static final Customer CUSTOMER = CUSTOMER_.as("c");
    private static final Field<LocalDate> ACTIONS_FIRST =
            coalesce(PLAN.ACTION_DATE, inline(LocalDate.of(9999, 12, 31)));
    private static final Field<Integer> SEQUENCE = coalesce(PLAN.POSITION, inline(Integer.MAX_VALUE));
    private static final Field<String> CODE = coalesce(PLAN.CODE, inline(""));

    private final DSLContext db;

    ActionRows(DSLContext db) {
        this.db = db;
    }

    Slice<ActionRow> page(
            Selection selection, Presentation presentation, LocalDate today, @Nullable String cursor, int limit) {
        var order = order(selection, presentation);
        var rows = select(selection
                        .lines(PLAN)
                        .and(cursor == null ? noCondition() : after(order, Cursor.parse(cursor, order.size()))))
                .orderBy(order)
                .limit(limit + 1)
                .fetch();
        var lines = rows.stream().limit(limit).map(row -> line(row, today)).toList();
        if (rows.size() <= limit) {
            return new Slice<>(lines, null);
        }
        var last = rows.get(limit - 1);
        return new Slice<>(
                lines, Cursor.after(order.stream().map(last::get).toArray()).toString());
    }

    /// All lines of these customers, by customer, each in the order of the presentation.
    Map<Long, List<ActionRow>> ofCustomers(
            Selection selection, Presentation presentation, LocalDate today, List<Long> customers) {
        return select(selection.lines(PLAN).and(PLAN.CUSTOMER_ID.in(customers)))
                .orderBy(order(selection, presentation))
                .fetch(row -> line(row, today))
                .stream()
                .collect(Collectors.groupingBy(row -> row.item().customer()));
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return db.select(PLAN.fields())
                .select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.PHONE,
                        CUSTOMER.EMAIL,
                        COMPANY_.CODE,
                        APP_USER.NAME)
                .select(ACTIONS_FIRST, SEQUENCE, CODE)
                .from(PLAN)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(PLAN.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(PLAN.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(PLAN.AGENT_ID))
                .where(condition);
    }

    Totals totals(Selection selection, LocalDate today) {
        var row = db.select(Sums.of(PLAN, today))
                .from(PLAN)
                .where(selection.lines(PLAN))
                .fetchSingle();
        return new Totals(row.get(Sums.ACTIONS), Sums.late(row), Sums.total(row));
    }

    private static List<Field<?>> order(Selection selection, Presentation presentation) {
        var action = selection.group().action();
        return switch (presentation) {
            case CUSTOMER -> List.of(ACTIONS_FIRST, PLAN.DUE_DATE, PLAN.CUSTOMER_ID, PLAN.ITEM_ID);
            case CUSTOMER_ACTION -> List.of(SEQUENCE, CODE, PLAN.DUE_DATE, PLAN.CUSTOMER_ID, PLAN.ITEM_ID);
            case CUSTOMER_DUE_DATE, ACTION_DUE_DATE -> List.of(PLAN.DUE_DATE, PLAN.CUSTOMER_ID, PLAN.ITEM_ID);
            case ACTION_CUSTOMER -> List.of(CUSTOMER.NAME, PLAN.CUSTOMER_ID, PLAN.DUE_DATE, PLAN.ITEM_ID);
            case ACTION ->
                action == null || selection.isWithoutAction()
                        ? List.of(ACTIONS_FIRST, PLAN.CUSTOMER_ID, PLAN.ITEM_ID)
                        // Such lines have a date, and an index in its order.
                        : List.of(PLAN.ACTION_DATE, PLAN.CUSTOMER_ID, PLAN.ITEM_ID);
        };
    }

    private static Condition after(List<Field<?>> order, Cursor cursor) {
        var key = new Object[order.size()];
        for (var index = 0; index < key.length; index++) {
            key[index] = value(order.get(index), cursor, index);
        }
        return row(order).gt(row(key));
    }

    private static Object value(Field<?> field, Cursor cursor, int part) {
        if (field.getType() == LocalDate.class) {
            return cursor.date(part);
        }
        if (field.getType() == String.class) {
            return cursor.text(part);
        }
        return field.getType() == Integer.class ? (Object) (int) cursor.number(part) : (Object) cursor.number(part);
    }

    private static ActionRow line(Record row, LocalDate today) {
        var item = new RowId(row.get(PLAN.CUSTOMER_ID), row.get(PLAN.ITEM_ID));
        var due = row.get(PLAN.DUE_DATE);
        var amount = row.get(PLAN.AMOUNT);
        return new ActionRow(
                item,
                CustomerGroups.customer(row, CUSTOMER),
                row.get(PLAN.DOCUMENT),
                ItemKind.valueOf(row.get(PLAN.KIND)),
                row.get(PLAN.DOCUMENT_DATE),
                due,
                (int) ChronoUnit.DAYS.between(due, today),
                Money.of(amount, row.get(PLAN.CURRENCY)),
                Colour.of(amount, due, today),
                row.get(PLAN.CONTROL_ACCOUNT),
                row.get(PLAN.PAYMENT_METHOD),
                Optional.ofNullable(row.get(PLAN.CODE)).map(code -> action(row, item, code, today)));
    }

    private static ActionRow.Action action(Record row, RowId item, String code, LocalDate today) {
        return new ActionRow.Action(
                new ActionId(item, row.get(PLAN.OCCURRENCE)),
                code,
                row.get(PLAN.LABEL),
                ActionType.valueOf(row.get(PLAN.TYPE)),
                Stage.valueOf(row.get(PLAN.STAGE)),
                row.get(PLAN.ACTION_DATE),
                row.get(PLAN.THEORETICAL_DATE),
                row.get(PLAN.ACTION_DATE).isBefore(today));
    }
}
