package io.encours.worklist;

import static encours.db.identity.Tables.APP_USER;

import io.encours.platform.Scope;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import io.encours.worklist.Situation.Replacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of a simulation. A hundred thousand items are in a few thousand different situations: items that the rule
/// cannot tell apart are counted together.
@Component
class SimulationStore {

    private final DSLContext db;

    SimulationStore(DSLContext db) {
        this.db = db;
    }

    /// Items in the same situation.
    ///
    /// @param agentId of their customers; null: none
    record Crowd(
            @Nullable Long agentId,
            Item item,
            List<DoneStep> done,
            Optional<Replacement> replacement,
            int items,
            BigDecimal amount) {}

    /// The chased items of the company whose customers follow the strategy, or of all its customers.
    ///
    /// @param strategyId null: whatever they follow
    List<Crowd> crowds(Scope scope, long companyId, @Nullable Long strategyId, List<StrategyAction> sequence) {
        var amounts = sequence.stream()
                .map(StrategyAction::minimumAmount)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(BigDecimal[]::new);
        return db.fetch(
                        """
                        with followers as materialized (
                            select c.id, c.agent_id from customer.customer c
                            join strategy.assignment a on a.customer_id = c.id
                            where c.company_id = any (?) and c.company_id = ? and (? or c.agent_id = any (?))
                            and (?::bigint is null or a.strategy_id = ?)
                        ), last as (
                            select distinct on (d.customer_id, d.item_id) d.customer_id, d.item_id, d.step_code, d.theoretical_date,
                                d.done_on, d.final, d.held_until,
                                max(d.done_on) filter (where d.decision = 'VALIDATED')
                                    over (partition by d.customer_id, d.item_id) as acted_on
                            from followers f
                            join worklist.done_action d on d.customer_id = f.id and d.undone_at is null
                            order by d.customer_id, d.item_id, d.occurrence desc
                        )
                        select f.agent_id, p.due_date, lower(btrim(p.payment_method)) as method,
                            width_bucket(p.amount, ?::numeric[]) as bucket, i.presented_on, i.rejected_on,
                            case when last.step_code is null then i.seen_on end as seen_on,
                            last.step_code, last.theoretical_date as last_date, last.done_on, last.final, last.held_until, last.acted_on,
                            r.replaced_code, r.code, r.label, r.type, r.stage, r.theoretical_date,
                            count(*)::int as items, sum(p.amount) as amount
                        from followers f
                        join worklist.planned_action p on p.customer_id = f.id
                        join receivable.open_item i on i.customer_id = p.customer_id and i.id = p.item_id
                        left join last on last.customer_id = p.customer_id and last.item_id = p.item_id
                        left join worklist.replaced_action r
                            on p.replaced and r.customer_id = p.customer_id and r.item_id = p.item_id
                            and r.occurrence = p.occurrence and r.undone_at is null
                        where p.reason is null
                        or p.reason in ('WAITING_FOR_EVENT', 'NO_APPLICABLE_ACTION', 'SEQUENCE_FINISHED', 'NO_STRATEGY')
                        group by f.agent_id, p.due_date, method, bucket, i.presented_on, i.rejected_on, seen_on, last.step_code,
                            last.theoretical_date, last.done_on, last.final, last.held_until, last.acted_on, r.replaced_code, r.code, r.label,
                            r.type, r.stage, r.theoretical_date
                        """,
                        scope.companyArray(),
                        companyId,
                        scope.seesEveryone(),
                        Stream.concat(Stream.of(scope.userId()), scope.covered().stream())
                                .toArray(Long[]::new),
                        strategyId,
                        strategyId,
                        amounts)
                .map(row -> new Crowd(
                        row.get("agent_id", Long.class),
                        item(row, amounts),
                        done(row),
                        replacement(row),
                        row.get("items", Integer.class),
                        row.get("amount", BigDecimal.class)));
    }

    /// Any one of them: its amount is the least that reaches the same minimum amounts.
    private static Item item(Record row, BigDecimal[] amounts) {
        var bucket = row.get("bucket", Integer.class);
        return new Item(
                ItemKind.INVOICE,
                bucket == 0 || amounts[bucket - 1].signum() == 0 ? new BigDecimal("0.0001") : amounts[bucket - 1],
                "411",
                false,
                row.get("due_date", LocalDate.class),
                row.get("method", String.class),
                row.get("presented_on", LocalDate.class),
                row.get("rejected_on", LocalDate.class),
                row.get("seen_on", LocalDate.class));
    }

    private static List<DoneStep> done(Record row) {
        var code = row.get("step_code", String.class);
        if (code == null) {
            return List.of();
        }
        var doneOn = row.get("done_on", LocalDate.class);
        var actedOn = row.get("acted_on", LocalDate.class);
        var theoretical = row.get("last_date", LocalDate.class);
        var last = new DoneStep(
                code,
                theoretical,
                doneOn,
                row.get("final", Boolean.class),
                doneOn.equals(actedOn),
                row.get("held_until", LocalDate.class));
        // Of what was done before the last step only the day counts, when that step was skipped.
        return actedOn == null || last.validated()
                ? List.of(last)
                : List.of(new DoneStep(code, theoretical, actedOn, false, true, null), last);
    }

    private static Optional<Replacement> replacement(Record row) {
        return Optional.ofNullable(row.get("replaced_code", String.class))
                .map(replaced -> new Replacement(
                        replaced,
                        row.get("code", String.class),
                        row.get("label", String.class),
                        ActionType.valueOf(row.get("type", String.class)),
                        Stage.valueOf(row.get("stage", String.class)),
                        row.get("theoretical_date", LocalDate.class)));
    }

    record Agent(String login, String name) {}

    Map<Long, Agent> agents(Collection<Long> ids) {
        return db.select(APP_USER.ID, APP_USER.LOGIN, APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.in(ids))
                .fetchMap(APP_USER.ID, row -> new Agent(row.value2(), row.value3()));
    }
}
