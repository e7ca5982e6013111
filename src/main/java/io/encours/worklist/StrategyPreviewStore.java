package io.encours.worklist;

import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.ActionType;
import io.encours.strategy.Followed.Basis;
import io.encours.strategy.Mode;
import io.encours.strategy.StrategyChanged;
import io.encours.worklist.StrategyPreview.Change;
import io.encours.worklist.StrategyPreview.Follows;
import io.encours.worklist.StrategyPreview.Move;
import io.encours.worklist.StrategyPreview.MovedCustomer;
import io.encours.worklist.StrategyPreview.MovedItem;
import io.encours.worklist.StrategyPreview.Next;
import io.encours.worklist.StrategyPreview.Outgoing;
import io.encours.worklist.StrategyPreview.Step;
import io.encours.worklist.StrategyPreview.Today;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of a preview: the plan that would be, in a table of the transaction, compared with the plan in force.
@Component
class StrategyPreviewStore {

    private final DSLContext db;
    private final PlanningStore planning;

    StrategyPreviewStore(DSLContext db, PlanningStore planning) {
        this.db = db;
        this.planning = planning;
    }

    /// Keeps the actions as they are before the change: what goes out tonight without it.
    void keepActions() {
        db.execute("create temporary table action_now on commit drop as select * from strategy.strategy_action");
    }

    /// Who follows, or followed, the changed strategy, as far as the scope goes.
    Long[] followers(Scope scope, StrategyChanged change) {
        return db.fetch(
                        """
                        select c.id from customer.customer c
                        join strategy.assignment a on a.customer_id = c.id
                        left join strategy.strategy s on s.id = a.strategy_id
                        where c.company_id = any (?) and c.company_id = any (?) and (? or c.strategy_code = ? or s.code = ?)
                        and (? or c.agent_id = any (?))
                        """,
                        scope.companyArray(),
                        change.companyIds().toArray(Long[]::new),
                        change.concernsDefault(),
                        change.code(),
                        change.code(),
                        scope.seesEveryone(),
                        agents(scope))
                .getValues(0, Long.class)
                .toArray(Long[]::new);
    }

    /// Rules by the place they have among those that are seen within the scope.
    private void keepRules(String table, Scope scope) {
        db.execute("create temporary table %s (position int, label text, place int) on commit drop".formatted(table));
        db.execute("""
                insert into %s
                select position, label, row_number() over (order by position) from strategy.assignment_rule
                where company_id is null or company_id = any (?)
                """.formatted(table), (Object) scope.companyArray());
    }

    /// Keeps what everybody in the scope follows before the change.
    void keepFollowed(Scope scope) {
        db.execute("""
                create temporary table followed_now on commit drop as
                select a.customer_id, a.company_id, a.strategy_id, a.basis, a.rule_position
                from strategy.assignment a limit 0
                """);
        db.execute("""
                insert into followed_now
                select a.customer_id, a.company_id, a.strategy_id, a.basis, a.rule_position
                from strategy.assignment a join customer.customer c on c.id = a.customer_id
                where c.company_id = any (?) and (? or c.agent_id = any (?))
                """, scope.companyArray(), scope.seesEveryone(), agents(scope));
        db.execute("analyze followed_now");
        keepRules("rules_now", scope);
    }

    /// Of these, who follows another strategy now.
    Long[] touched(Scope scope) {
        keepRules("rules_then", scope);
        db.execute("""
                create temporary table reassigned on commit drop as
                select n.customer_id, n.company_id, n.strategy_id as from_strategy, n.basis as from_basis,
                    n.rule_position as from_rule, a.strategy_id as to_strategy, a.basis as to_basis, a.rule_position as to_rule
                from followed_now n join strategy.assignment a on a.customer_id = n.customer_id
                where a.strategy_id is distinct from n.strategy_id
                """);
        return db.fetch("select customer_id from reassigned")
                .getValues(0, Long.class)
                .toArray(Long[]::new);
    }

    int countMoved() {
        return db.fetchSingle("select count(*)::int from reassigned").get(0, Integer.class);
    }

    /// The first by name.
    List<MovedCustomer> moved(int most) {
        return db.fetch("""
                        select co.code as company, c.code as customer, c.name, f.code as from_code, f.label as from_label,
                            r.from_basis, n.place as from_rule, n.label as from_rule_label, t.code as to_code, t.label as to_label,
                            r.to_basis, h.place as to_rule, h.label as to_rule_label
                        from reassigned r
                        join customer.customer c on c.id = r.customer_id
                        join company.company co on co.id = r.company_id
                        left join strategy.strategy f on f.id = r.from_strategy
                        left join strategy.strategy t on t.id = r.to_strategy
                        left join rules_now n on n.position = r.from_rule
                        left join rules_then h on h.position = r.to_rule
                        order by c.name, c.id
                        limit ?
                        """, most)
                .map(row -> new MovedCustomer(
                        row.get("company", String.class),
                        row.get("customer", String.class),
                        row.get("name", String.class),
                        follows(row, "from"),
                        follows(row, "to")));
    }

    private static Follows follows(Record row, String side) {
        return new Follows(
                row.get(side + "_code", String.class),
                Objects.requireNonNullElse(row.get(side + "_label", String.class), ""),
                Basis.valueOf(row.get(side + "_basis", String.class)),
                Objects.requireNonNullElse(row.get(side + "_rule", Integer.class), 0),
                Objects.requireNonNullElse(row.get(side + "_rule_label", String.class), ""));
    }

    private static Long[] agents(Scope scope) {
        return Stream.concat(Stream.of(scope.userId()), scope.covered().stream())
                .toArray(Long[]::new);
    }

    /// Plans these customers as things are now, beside the plan in force.
    void plan(Long[] customers) {
        db.execute("create temporary table plan_then (like worklist.planned_action) on commit drop");
        planning.planInto("plan_then", customers);
        // The largest part of the time of a comparison without statistics is a wrong join.
        db.execute("analyze plan_then");
        db.execute("""
                create temporary table moved on commit drop as
                select t.company_id, t.customer_id, t.item_id, t.document, t.amount, t.currency,
                    n.code as from_code, n.label as from_label, n.action_date as from_date,
                    t.code as to_code, t.label as to_label, t.action_date as to_date
                from plan_then t
                left join worklist.planned_action n on n.customer_id = t.customer_id and n.item_id = t.item_id
                where (n.code, n.action_date) is distinct from (t.code, t.action_date)
                """);
    }

    Change compare(List<Today> days, Paging paging) {
        return db.fetchSingle("""
                        select count(*) filter (where from_code is not null and to_code is not null)::int,
                            count(*) filter (where from_code is null)::int,
                            count(*) filter (where to_code is null)::int
                        from moved
                        """)
                .map(row -> new Change(
                        row.get(0, Integer.class),
                        row.get(1, Integer.class),
                        row.get(2, Integer.class),
                        moves(),
                        tonight(days),
                        items(paging)));
    }

    private List<Move> moves() {
        return db.fetch("""
                        select from_code, min(from_label) as from_label, min(from_date) as from_first, max(from_date) as from_last,
                            to_code, min(to_label) as to_label, min(to_date) as to_first, max(to_date) as to_last, count(*)::int as items
                        from moved
                        group by from_code, to_code
                        order by items desc, from_code, to_code
                        """).map(row -> new Move(step(row, "from"), step(row, "to"), row.get("items", Integer.class)));
    }

    private List<Outgoing> tonight(List<Today> days) {
        var companies = days.stream().map(Today::companyId).toArray(Long[]::new);
        var today = days.stream().map(Today::day).toArray(LocalDate[]::new);
        return db.fetch("""
                        with today as (select * from unnest(?::bigint[], ?::date[]) t (company_id, day)
                        ), with_it as (
                            select p.type, a.mode, count(*)::int as items,
                                (count(*) filter (where not a.per_customer)
                                + count(distinct (p.customer_id, p.code)) filter (where a.per_customer))::int as messages
                            from plan_then p
                            join today d on d.company_id = p.company_id and p.action_date <= d.day
                            join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = p.code
                            where a.mode <> 'MANUAL' and not p.replaced
                            group by p.type, a.mode
                        ), without_it as (
                            select p.type, a.mode, count(*)::int as items
                            from plan_then t
                            join worklist.planned_action p on p.customer_id = t.customer_id and p.item_id = t.item_id
                            join today d on d.company_id = p.company_id and p.action_date <= d.day
                            join action_now a on a.strategy_id = p.strategy_id and a.code = p.code
                            where a.mode <> 'MANUAL' and not p.replaced
                            group by p.type, a.mode
                        )
                        select type, mode, coalesce(t.items, 0) as items, coalesce(messages, 0) as messages, coalesce(n.items, 0) as items_now
                        from with_it t full join without_it n using (type, mode)
                        order by mode, items desc, type
                        """, companies, today)
                .map(row -> new Outgoing(
                        ActionType.valueOf(row.get("type", String.class)),
                        Mode.valueOf(row.get("mode", String.class)),
                        row.get("items", Integer.class),
                        row.get("messages", Integer.class),
                        row.get("items_now", Integer.class)));
    }

    /// The cursor is the number of rows given before: the comparison is the same as long as nothing else changes.
    private Slice<MovedItem> items(Paging paging) {
        var before =
                paging.cursor() == null ? 0 : Cursor.parse(paging.cursor(), 1).number(0);
        var rows = db.fetch("""
                        select co.code as company, c.code as customer, c.name, m.document, m.amount, m.currency,
                            m.from_code, m.from_label, m.from_date, m.to_code, m.to_label, m.to_date
                        from moved m
                        join customer.customer c on c.id = m.customer_id
                        join company.company co on co.id = m.company_id
                        order by m.amount desc, m.customer_id, m.item_id
                        offset ? limit ?
                        """, before, paging.size() + 1)
                .map(row -> new MovedItem(
                        row.get("company", String.class),
                        row.get("customer", String.class),
                        row.get("name", String.class),
                        row.get("document", String.class),
                        row.get("amount", BigDecimal.class),
                        row.get("currency", String.class),
                        next(row, "from"),
                        next(row, "to")));
        return paging.slice(rows, row -> Cursor.after(before + paging.size()));
    }

    private static @Nullable Step step(Record row, String side) {
        var code = row.get(side + "_code", String.class);
        return code == null
                ? null
                : new Step(
                        code,
                        row.get(side + "_label", String.class),
                        row.get(side + "_first", LocalDate.class),
                        row.get(side + "_last", LocalDate.class));
    }

    private static @Nullable Next next(Record row, String side) {
        var code = row.get(side + "_code", String.class);
        return code == null
                ? null
                : new Next(code, row.get(side + "_label", String.class), row.get(side + "_date", LocalDate.class));
    }
}
