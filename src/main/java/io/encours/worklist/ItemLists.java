package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.ALLOCATION;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.encours.platform.BusinessDate;
import io.encours.platform.Cursor;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.receivable.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Lists of items, each with its next action or the reason why it has none, in one query.
@Service
public class ItemLists {

    public enum Order {
        /// By customer, then as they were entered; the index gives it, whatever the number of items.
        CUSTOMER,
        /// The oldest due date first.
        DUE_DATE
    }

    private final DSLContext db;
    private final BusinessDate businessDate;

    ItemLists(DSLContext db, BusinessDate businessDate) {
        this.db = db;
        this.businessDate = businessDate;
    }

    public Slice<ItemView> list(Scope scope, ItemFilter filter, Order order, @Nullable String cursor, int limit) {
        var remaining = remaining(filter.asOf());
        var then = remaining.as("remaining_then");
        var rows = ItemViews.select(db)
                .select(then)
                .from(ItemViews.TABLES)
                .where(conditions(scope, filter, remaining))
                .and(cursor == null ? DSL.noCondition() : after(order, cursor))
                .orderBy(order(order))
                .limit(limit + 1)
                .fetch(row -> ItemViews.view(
                        row,
                        row.get(then),
                        filter.asOf() == null
                                ? businessDate.today(ZoneId.of(row.get(COMPANY_.TIME_ZONE)))
                                : filter.asOf()));
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var last = rows.get(limit - 1);
        return new Slice<>(List.copyOf(rows.subList(0, limit)), cursorAfter(order, last));
    }

    /// What remains at the end of a day (decision 0003); null: now.
    private static Field<BigDecimal> remaining(@Nullable LocalDate asOf) {
        var zero = inline(BigDecimal.ZERO);
        if (asOf == null) {
            return when(OPEN_ITEM.SETTLED_ON.isNotNull(), zero).otherwise(OPEN_ITEM.REMAINING);
        }
        var allocated = DSL.field(select(coalesce(sum(ALLOCATION.AMOUNT), zero))
                .from(ALLOCATION)
                .where(
                        ALLOCATION.CUSTOMER_ID.eq(OPEN_ITEM.CUSTOMER_ID),
                        ALLOCATION.DEBIT_ITEM_ID.eq(OPEN_ITEM.ID).or(ALLOCATION.CREDIT_ITEM_ID.eq(OPEN_ITEM.ID)),
                        ALLOCATION.ALLOCATED_ON.le(asOf)));
        return when(OPEN_ITEM.SETTLED_ON.le(asOf), zero)
                .when(OPEN_ITEM.ORIGINAL.lt(zero), OPEN_ITEM.ORIGINAL.plus(allocated))
                .otherwise(OPEN_ITEM.ORIGINAL.minus(allocated));
    }

    private static List<Condition> conditions(Scope scope, ItemFilter filter, Field<BigDecimal> remaining) {
        var conditions = new ArrayList<Condition>();
        conditions.add(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
        conditions.add(OPEN_ITEM.COMPANY_ID.in(scope.companies()));
        if (filter.company() != null) {
            conditions.add(COMPANY_.CODE.eq(filter.company()));
        }
        if (filter.customer() != null) {
            conditions.add(CUSTOMER_.CODE.eq(filter.customer()));
        }
        conditions.add(filter.customers().condition());
        if (filter.currency() != null) {
            conditions.add(OPEN_ITEM.CURRENCY.eq(filter.currency()));
        }
        if (filter.side() != null) {
            conditions.add(ofSide(filter.side()));
        }
        if (filter.asOf() != null) {
            conditions.add(OPEN_ITEM.ENTRY_DATE.le(filter.asOf()));
        }
        if (filter.kind() != null) {
            conditions.add(OPEN_ITEM.KIND.eq(filter.kind().name()));
        }
        if (filter.dueFrom() != null) {
            conditions.add(OPEN_ITEM.DUE_DATE.ge(filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            conditions.add(OPEN_ITEM.DUE_DATE.le(filter.dueTo()));
        }
        if (filter.documentFrom() != null) {
            conditions.add(OPEN_ITEM.DOCUMENT_DATE.ge(filter.documentFrom()));
        }
        if (filter.documentTo() != null) {
            conditions.add(OPEN_ITEM.DOCUMENT_DATE.le(filter.documentTo()));
        }
        if (filter.enteredFrom() != null) {
            conditions.add(OPEN_ITEM.ENTRY_DATE.ge(filter.enteredFrom()));
        }
        if (filter.enteredTo() != null) {
            conditions.add(OPEN_ITEM.ENTRY_DATE.le(filter.enteredTo()));
        }
        if (filter.state() != null) {
            conditions.add(inState(filter.state(), filter.asOf(), remaining));
        }
        return conditions;
    }

    /// Of figures, the items that the facts of `receivable.fact_change` are made of, by the same rules.
    private static Condition ofSide(ItemFilter.Side side) {
        var zero = inline(BigDecimal.ZERO);
        var claim = OPEN_ITEM.ORIGINAL.gt(zero);
        var bill = isOf(ItemKind.BILL)
                .or(OPEN_ITEM.CONTROL_ACCOUNT.like("413%"))
                .or(OPEN_ITEM.CONTROL_ACCOUNT.like("51%"));
        return switch (side) {
            case CLAIMS -> claim;
            case CREDITS -> OPEN_ITEM.ORIGINAL.lt(zero);
            case PLAIN_CLAIMS -> claim.andNot(bill);
            case BILLS -> claim.and(bill);
            case PAYMENTS -> OPEN_ITEM.ORIGINAL.lt(zero).and(isOf(ItemKind.PAYMENT));
            case TURNOVER ->
                condition(
                        "receivable.is_turnover({0}, {1}, {2}, {3})",
                        OPEN_ITEM.KIND, OPEN_ITEM.NATURE, OPEN_ITEM.OPENING, OPEN_ITEM.CONTROL_ACCOUNT);
            case DUE ->
                condition(
                        "receivable.is_due({0}, {1}, {2}, {3}, {4}, {5})",
                        OPEN_ITEM.KIND,
                        OPEN_ITEM.NATURE,
                        OPEN_ITEM.OPENING,
                        OPEN_ITEM.DUE_DATE,
                        OPEN_ITEM.ENTRY_DATE,
                        OPEN_ITEM.CONTROL_ACCOUNT);
            case RECEIVED ->
                condition(
                        "receivable.is_received({0}, {1}, {2}, {3})",
                        OPEN_ITEM.KIND, OPEN_ITEM.NATURE, OPEN_ITEM.OPENING, OPEN_ITEM.ORIGINAL);
        };
    }

    private static Condition isOf(ItemKind... kinds) {
        return OPEN_ITEM.KIND.in(Arrays.stream(kinds).map(Enum::name).toList());
    }

    private static Condition inState(ItemView.State state, @Nullable LocalDate asOf, Field<BigDecimal> then) {
        var zero = inline(BigDecimal.ZERO);
        return switch (state) {
            // The partial index on what is open serves the common question.
            case OPEN -> asOf == null ? OPEN_ITEM.SETTLED_ON.isNull() : then.ne(zero);
            case PARTLY_SETTLED -> then.ne(zero).and(then.ne(OPEN_ITEM.ORIGINAL));
            case SETTLED -> asOf == null ? OPEN_ITEM.SETTLED_ON.isNotNull() : then.eq(zero);
        };
    }

    private static List<Field<?>> order(Order order) {
        return switch (order) {
            case CUSTOMER -> List.of(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID);
            case DUE_DATE -> List.of(OPEN_ITEM.DUE_DATE, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID);
        };
    }

    private static Condition after(Order order, String word) {
        return switch (order) {
            case CUSTOMER -> {
                var cursor = Cursor.parse(word, 2);
                yield row(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID).gt(cursor.number(0), cursor.number(1));
            }
            case DUE_DATE -> {
                var cursor = Cursor.parse(word, 3);
                yield row(OPEN_ITEM.DUE_DATE, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID)
                        .gt(cursor.date(0), cursor.number(1), cursor.number(2));
            }
        };
    }

    private static String cursorAfter(Order order, ItemView last) {
        var id = last.id();
        return switch (order) {
            case CUSTOMER -> Cursor.after(id.customer(), id.id()).toString();
            case DUE_DATE ->
                Cursor.after(last.dueDate(), id.customer(), id.id()).toString();
        };
    }
}
