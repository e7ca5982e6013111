package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import encours.db.customer.tables.Customer;
import encours.db.worklist.tables.PlannedAction;
import io.encours.platform.Cursor;
import io.encours.platform.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups of the supervisor by customer, a page at a time, by name. Only the lines of the customers on the page are
/// added
/// up.
@Component
class CustomerGroups {

    /// How many customers are tried, for each one wanted, before those of the selection are looked up.
    private static final int TRIES = 5;

    private static final PlannedAction PLAN = PLANNED_ACTION.as("p");
    private static final Customer CUSTOMER = CUSTOMER_.as("c");

    private final DSLContext db;

    CustomerGroups(DSLContext db) {
        this.db = db;
    }

    Slice<ActionGroup> page(
            Selection selection, Presentation presentation, LocalDate today, @Nullable Cursor after, int limit) {
        var rows = rows(selection, today, after, limit);
        var groups = rows.stream()
                .limit(limit)
                .map(row -> group(selection, presentation, row))
                .toList();
        if (rows.size() <= limit) {
            return new Slice<>(groups, null);
        }
        var last = rows.get(limit - 1);
        return new Slice<>(
                groups,
                Cursor.after(last.get(CUSTOMER.NAME), last.get(CUSTOMER.ID)).toString());
    }

    /// Most selections are dense: of the next customers by name many have an action, and trying them is quickest. A
    /// sparse
    /// selection has few actions, and looking up its customers first is.
    private List<Record> rows(Selection selection, LocalDate today, @Nullable Cursor after, int limit) {
        var tried = (limit + 1) * TRIES;
        var next = selection.customers(CUSTOMER).and(after(after));
        var rows = fetch(selection, today, next, tried, limit + 1);
        if (rows.size() > limit
                || db.fetchCount(selectOne().from(CUSTOMER).where(next).limit(tried)) < tried) {
            return rows;
        }
        var anyAction = selection.in(new GroupKey(
                selection.group().customer(),
                selection.isWithoutAction() ? null : selection.group().action()));
        var found = CUSTOMER.ID.in(select(PLAN.CUSTOMER_ID).from(PLAN).where(anyAction.actions(PLAN)));
        return fetch(
                selection,
                today,
                next.and(found),
                selection.isWithoutAction() ? Integer.MAX_VALUE : limit + 1,
                limit + 1);
    }

    private List<Record> fetch(Selection selection, LocalDate today, Condition customers, int tried, int limit) {
        var candidates = select(CUSTOMER.fields())
                .from(CUSTOMER)
                .where(customers)
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .limit(tried)
                .asTable(CUSTOMER);
        var sums = lateral(select(Sums.of(PLAN, today))
                        .from(PLAN)
                        .where(PLAN.CUSTOMER_ID.eq(CUSTOMER.ID), lines(selection)))
                .as("sums");
        return List.copyOf(db.select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.PHONE,
                        CUSTOMER.EMAIL,
                        COMPANY_.CODE,
                        APP_USER.NAME)
                .select(Sums.names())
                .from(candidates)
                .crossJoin(sums)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER.AGENT_ID))
                .where(wanted(selection))
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .limit(limit)
                .fetch());
    }

    private static Condition lines(Selection selection) {
        if (selection.isWithoutAction()) {
            return selection.credits(PLAN);
        }
        return selection.group().action() == null
                ? selection.actions(PLAN).or(selection.credits(PLAN))
                : selection.actions(PLAN);
    }

    /// Customers with an action in the selection; in the group of what has no action, those of them with a credit.
    private static Condition wanted(Selection selection) {
        if (!selection.isWithoutAction()) {
            return Sums.ACTIONS.gt(0);
        }
        var beside = PLANNED_ACTION.as("beside");
        return Sums.LINES
                .gt(0)
                .and(exists(selectOne()
                        .from(beside)
                        .where(
                                beside.CUSTOMER_ID.eq(CUSTOMER.ID),
                                selection.in(Selection.ALL).actions(beside))));
    }

    private static Condition after(@Nullable Cursor cursor) {
        return cursor == null ? noCondition() : row(CUSTOMER.NAME, CUSTOMER.ID).gt(cursor.text(0), cursor.number(1));
    }

    private static ActionGroup group(Selection selection, Presentation presentation, Record row) {
        var key = new GroupKey(row.get(CUSTOMER.ID), selection.group().action());
        return new ActionGroup(
                key.text(presentation),
                row.get(CUSTOMER.NAME),
                row.get(Sums.ACTIONS),
                row.get(Sums.LINES),
                Sums.late(row),
                Sums.total(row),
                Optional.of(customer(row, CUSTOMER)),
                List.of(),
                null);
    }

    static ActionGroup.Customer customer(Record row, Customer customer) {
        return new ActionGroup.Customer(
                row.get(customer.ID),
                row.get(COMPANY_.CODE),
                row.get(customer.CODE),
                row.get(customer.NAME),
                row.get(customer.PHONE),
                row.get(customer.EMAIL),
                row.get(APP_USER.NAME));
    }
}
