package io.encours.overview;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.customer.Portfolios;
import io.encours.customer.Portfolios.Selection;
import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Portfolios with their weight: how many customers, what they owe, what there is to do about it (S2).
@Service
public class PortfolioSums {

    /// @param actions planned up to today
    /// @param late those of them planned before today
    public record Weight(int customers, BigDecimal balance, BigDecimal overdue, int actions, int late) {}

    /// @param login of the agent; null: customers without one
    public record Portfolio(
            @Nullable String login, @Nullable String name, Weight weight) {}

    /// A customer in the list to choose from.
    public record Line(
            String code,
            String name,
            @Nullable String group,
            @Nullable String agent,
            BigDecimal balance,
            BigDecimal overdue) {}

    private static final Field<BigDecimal> BALANCE = field(name("owed", "balance"), BigDecimal.class);
    private static final Field<BigDecimal> OVERDUE = field(name("owed", "overdue"), BigDecimal.class);
    private static final Field<Integer> ACTIONS = field(name("todo", "actions"), Integer.class);
    private static final Field<Integer> LATE = field(name("todo", "late"), Integer.class);

    private final DSLContext db;
    private final Portfolios portfolios;

    PortfolioSums(DSLContext db, Portfolios portfolios) {
        this.db = db;
        this.portfolios = portfolios;
    }

    /// Of each agent who has customers in the scope, by name; those without an agent last.
    public List<Portfolio> of(Scope scope, LocalDate today) {
        return weighed(
                        scope,
                        today,
                        List.of(APP_USER.LOGIN, APP_USER.NAME),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .groupBy(APP_USER.ID, APP_USER.LOGIN, APP_USER.NAME)
                .orderBy(APP_USER.NAME.asc().nullsLast(), APP_USER.LOGIN)
                .fetch(row -> new Portfolio(row.get(APP_USER.LOGIN), row.get(APP_USER.NAME), weight(row)));
    }

    public Weight of(Scope scope, Selection selection, LocalDate today) {
        return weight(weighed(scope, today, List.of(), portfolios.condition(scope, selection))
                .fetchSingle());
    }

    /// By name.
    public List<Line> customers(Scope scope, Selection selection, LocalDate today, int limit) {
        return joined(
                        scope,
                        today,
                        List.of(
                                CUSTOMER_.CODE,
                                CUSTOMER_.NAME,
                                CUSTOMER_.CUSTOMER_GROUP,
                                APP_USER.NAME,
                                coalesce(BALANCE, inline(BigDecimal.ZERO)).as("balance"),
                                coalesce(OVERDUE, inline(BigDecimal.ZERO)).as("overdue")),
                        portfolios.condition(scope, selection))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit)
                .fetch(row -> new Line(
                        row.get(CUSTOMER_.CODE),
                        row.get(CUSTOMER_.NAME),
                        row.get(CUSTOMER_.CUSTOMER_GROUP),
                        row.get(APP_USER.NAME),
                        row.get("balance", BigDecimal.class),
                        row.get("overdue", BigDecimal.class)));
    }

    private SelectConditionStep<Record> weighed(
            Scope scope, LocalDate today, List<Field<?>> keys, Condition customers) {
        var fields = new java.util.ArrayList<Field<?>>(keys);
        fields.add(count(CUSTOMER_.ID).as("customers"));
        fields.add(coalesce(sum(BALANCE), inline(BigDecimal.ZERO)).as("balance"));
        fields.add(coalesce(sum(OVERDUE), inline(BigDecimal.ZERO)).as("overdue"));
        fields.add(coalesce(sum(ACTIONS), inline(BigDecimal.ZERO)).as("actions"));
        fields.add(coalesce(sum(LATE), inline(BigDecimal.ZERO)).as("late"));
        return joined(scope, today, fields, customers);
    }

    private SelectConditionStep<Record> joined(
            Scope scope, LocalDate today, List<Field<?>> fields, Condition customers) {
        var claim = OPEN_ITEM.REMAINING.gt(BigDecimal.ZERO).and(OPEN_ITEM.DUE_DATE.lt(today));
        var owed = select(
                        OPEN_ITEM.CUSTOMER_ID,
                        sum(OPEN_ITEM.REMAINING).as("balance"),
                        sum(OPEN_ITEM.REMAINING).filterWhere(claim).as("overdue"))
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.COMPANY_ID.in(scope.companies()), OPEN_ITEM.SETTLED_ON.isNull())
                .groupBy(OPEN_ITEM.CUSTOMER_ID)
                .asTable("owed");
        var todo = select(
                        PLANNED_ACTION.CUSTOMER_ID,
                        count().as("actions"),
                        count().filterWhere(PLANNED_ACTION.ACTION_DATE.lt(today))
                                .as("late"))
                .from(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.COMPANY_ID.in(scope.companies()),
                        PLANNED_ACTION.CODE.isNotNull(),
                        PLANNED_ACTION.ACTION_DATE.le(today))
                .groupBy(PLANNED_ACTION.CUSTOMER_ID)
                .asTable("todo");
        return db.select(fields)
                .from(CUSTOMER_)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .leftJoin(owed)
                .on(field(name("owed", "customer_id"), Long.class).eq(CUSTOMER_.ID))
                .leftJoin(todo)
                .on(field(name("todo", "customer_id"), Long.class).eq(CUSTOMER_.ID))
                .where(customers);
    }

    private static Weight weight(Record row) {
        return new Weight(
                row.get("customers", Integer.class),
                row.get("balance", BigDecimal.class),
                row.get("overdue", BigDecimal.class),
                row.get("actions", Integer.class),
                row.get("late", Integer.class));
    }
}
