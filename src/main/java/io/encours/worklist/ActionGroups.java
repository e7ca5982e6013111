package io.encours.worklist;

import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import encours.db.worklist.tables.PlannedAction;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Groups of the supervisor by action, in the order of the sequence. They are few: a strategy has a dozen actions.
@Component
class ActionGroups {

    private static final PlannedAction PLAN = PLANNED_ACTION.as("p");
    private static final Field<String> ACTION =
            coalesce(PLAN.CODE, inline(GroupKey.WITHOUT_ACTION)).as("action");
    private static final Field<String> LABEL = max(PLAN.LABEL.collate("C")).as("action_label");

    private final DSLContext db;

    ActionGroups(DSLContext db) {
        this.db = db;
    }

    /// All groups of the selection, last the one of what has no action.
    List<ActionGroup> of(Selection selection, Presentation presentation, LocalDate today) {
        var groups = db.select(PLAN.CODE.as(ACTION), LABEL)
                .select(Sums.of(PLAN, today))
                .from(PLAN)
                .where(selection.actions(PLAN))
                .groupBy(PLAN.CODE)
                .orderBy(min(PLAN.POSITION).asc().nullsLast(), PLAN.CODE)
                .fetch()
                .map(row -> group(null, presentation, row));
        var credits = db.select(inline(GroupKey.WITHOUT_ACTION).as(ACTION), LABEL)
                .select(Sums.of(PLAN, today))
                .from(PLAN)
                .where(selection
                        .in(new GroupKey(selection.group().customer(), GroupKey.WITHOUT_ACTION))
                        .lines(PLAN))
                .fetchSingle();
        if (credits.get(Sums.LINES) > 0) {
            groups.add(group(null, presentation, credits));
        }
        return groups;
    }

    /// Sub-groups of customers, by customer.
    Map<Long, List<ActionGroup>> ofCustomers(
            Selection selection, Presentation presentation, LocalDate today, Collection<Long> customers) {
        Condition lines = selection.actions(PLAN).or(selection.credits(PLAN));
        return db
                .select(PLAN.CUSTOMER_ID, ACTION, LABEL)
                .select(Sums.of(PLAN, today))
                .from(PLAN)
                .where(PLAN.CUSTOMER_ID.eq(DSL.any(customers.toArray(Long[]::new))), lines)
                .groupBy(PLAN.CUSTOMER_ID, PLAN.CODE)
                .orderBy(min(PLAN.POSITION).asc().nullsLast(), PLAN.CODE.asc().nullsLast())
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(PLAN.CUSTOMER_ID),
                        Collectors.mapping(
                                row -> group(row.get(PLAN.CUSTOMER_ID), presentation, row), Collectors.toList())));
    }

    private static ActionGroup group(
            @org.jspecify.annotations.Nullable Long customer, Presentation presentation, Record row) {
        return new ActionGroup(
                new GroupKey(customer, row.get(ACTION)).text(presentation),
                Optional.ofNullable(row.get(LABEL)).orElse(""),
                row.get(Sums.ACTIONS),
                row.get(Sums.LINES),
                Sums.late(row),
                Sums.total(row),
                Optional.empty(),
                List.of(),
                null);
    }
}
