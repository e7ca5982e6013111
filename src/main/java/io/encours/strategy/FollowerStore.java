package io.encours.strategy;

import static encours.db.strategy.Tables.CUSTOMER_OVERDUE;

import io.encours.platform.Scope;
import io.encours.strategy.Assignments.Followers;
import io.encours.strategy.Followed.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of who follows what, and of the amounts overdue that rules ask for.
@Component
class FollowerStore {

    private final DSLContext db;

    FollowerStore(DSLContext db) {
        this.db = db;
    }

    /// Rules by the place they have among those that a reader of these companies sees.
    private static final String VISIBLE = """
            with visible as (
                select position, label, row_number() over (order by position)::int as place from strategy.assignment_rule
                where company_id is null or company_id = any (?))
            """;

    Followed of(Scope scope, long customerId) {
        return db.fetchSingle(VISIBLE + """
                        select s.code, s.label, a.basis, v.place, v.label as rule_label
                        from strategy.assignment a
                        left join strategy.strategy s on s.id = a.strategy_id
                        left join visible v on v.position = a.rule_position
                        where a.customer_id = ?
                        """, scope.companyArray(), customerId)
                .map(row -> new Followed(
                        row.get(0, String.class),
                        Objects.requireNonNullElse(row.get(1, String.class), ""),
                        Basis.valueOf(row.get(2, String.class)),
                        Objects.requireNonNullElse(row.get(3, Integer.class), 0),
                        Objects.requireNonNullElse(row.get(4, String.class), "")));
    }

    BigDecimal overdue(long customerId) {
        return db.select(CUSTOMER_OVERDUE.OVERDUE)
                .from(CUSTOMER_OVERDUE)
                .where(CUSTOMER_OVERDUE.CUSTOMER_ID.eq(customerId))
                .fetchOptional(CUSTOMER_OVERDUE.OVERDUE)
                .orElse(BigDecimal.ZERO);
    }

    List<Followers> count(Scope scope) {
        return db.fetch(
                        VISIBLE + """
                        select n.strategy_id, n.basis, coalesce(v.place, 0) as rule, coalesce(v.label, '') as label, n.customers
                        from (
                            select a.strategy_id, a.basis, a.rule_position, count(*)::int as customers
                            from strategy.assignment a join customer.customer c on c.id = a.customer_id
                            where a.company_id = any (?) and (? or c.agent_id = any (?)) and a.strategy_id is not null
                            group by a.strategy_id, a.basis, a.rule_position) n
                        left join visible v on v.position = n.rule_position
                        order by n.basis, v.place
                        """,
                        scope.companyArray(),
                        scope.companyArray(),
                        scope.seesEveryone(),
                        Stream.concat(Stream.of(scope.userId()), scope.covered().stream())
                                .toArray(Long[]::new))
                .map(row -> new Followers(
                        row.get("strategy_id", Long.class),
                        Basis.valueOf(row.get("basis", String.class)),
                        row.get("rule", Integer.class),
                        row.get("label", String.class),
                        row.get("customers", Integer.class)));
    }

    /// Remembers, until the transaction ends, what customers follow now.
    ///
    /// @param customerIds null: all of these companies
    void remember(Long[] companyIds, Long @Nullable [] customerIds) {
        db.execute("drop table if exists pg_temp.followed_before");
        db.execute("""
                create temporary table followed_before on commit drop as
                select customer_id, company_id, strategy_id, basis, rule_position from strategy.assignment limit 0
                """);
        db.execute("""
                insert into followed_before
                select customer_id, company_id, strategy_id, basis, rule_position from strategy.assignment
                where company_id = any (?) and (?::bigint[] is null or customer_id = any (?))
                """, companyIds, customerIds, customerIds);
        db.execute("analyze followed_before");
    }

    /// Of those remembered, who follows another strategy now, by company.
    Map<Long, List<Long>> changed() {
        return db.fetch("""
                        select b.company_id, b.customer_id
                        from followed_before b join strategy.assignment a on a.customer_id = b.customer_id
                        where a.strategy_id is distinct from b.strategy_id
                        order by b.company_id, b.customer_id
                        """).intoGroups(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
    }

    /// Looks at what is overdue on this day: open claims past their due date, as positions show it.
    ///
    /// @param customerIds null: all of the company
    /// @return whose amount changed
    Long[] look(long companyId, Long @Nullable [] customerIds, LocalDate day) {
        return db.fetch("""
                        insert into strategy.customer_overdue as held (customer_id, company_id, overdue, looked_at_on)
                        select c.id, c.company_id, coalesce(s.overdue, 0), ?
                        from customer.customer c
                        left join (
                            select i.customer_id, sum(i.remaining) as overdue from receivable.open_item i
                            where i.company_id = ? and (?::bigint[] is null or i.customer_id = any (?))
                            and i.settled_on is null and i.remaining > 0 and i.due_date < ?
                            group by i.customer_id) s on s.customer_id = c.id
                        left join strategy.customer_overdue o on o.customer_id = c.id
                        where c.company_id = ? and (?::bigint[] is null or c.id = any (?))
                        and coalesce(s.overdue, 0) <> coalesce(o.overdue, 0)
                        order by c.id
                        on conflict (customer_id) do update
                            set overdue = excluded.overdue, looked_at_on = excluded.looked_at_on
                        returning customer_id
                        """, day, companyId, customerIds, customerIds, day, companyId, customerIds, customerIds)
                .getValues(0, Long.class)
                .toArray(Long[]::new);
    }
}
