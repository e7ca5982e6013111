package io.encours.reporting;

import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// SQL of collection effectiveness.
final class EffectivenessStore {

    /// What a collector's claims did on a day.
    ///
    /// @param day null: the claims themselves; else what was taken off them
    record Movement(
            @Nullable LocalDate day,
            String agent,
            String name,
            BigDecimal overdue,
            BigDecimal falling,
            BigDecimal knownAtStart,
            BigDecimal cash,
            BigDecimal credited) {}

    private final DSLContext db;

    EffectivenessStore(DSLContext db) {
        this.db = db;
    }

    /// {0} companies, {1} customers, {2} first day of the month, {3} its last, {4} up to this day.
    ///
    /// A group of lines that balances tells only as a whole what settled it: the share of money in its
    /// credits is taken of each of its claims.
    private static final String MOVEMENTS = """
            with pool as (
                select o.customer_id, o.id, o.matching_id, o.settled_on, o.entry_date < {2} as known,
                       o.due_date < {2} and o.entry_date < {2} as overdue,
                       o.original - case when o.entry_date < {2} then coalesce((
                           select sum(a.amount) from receivable.allocation a
                           where a.customer_id = o.customer_id and a.debit_item_id = o.id and a.allocated_on < {2}), 0)
                       else 0 end as amount
                from receivable.open_item o
                where o.company_id in ({0}) and o.original > 0 and o.due_date <= {3} and o.entry_date <= {4}
                  and (o.settled_on is null or o.settled_on >= {2})
                  and o.customer_id in (select id from customer.customer where {1})
            ), matched as (
                select distinct customer_id, matching_id from pool
                where matching_id is not null and settled_on between {2} and {4}
            ), share as (
                select o.customer_id, o.matching_id,
                       coalesce(sum(o.original) filter (where o.kind = 'PAYMENT'), 0)
                           / nullif(sum(o.original) filter (where o.original < 0), 0) as cash
                from matched join receivable.open_item o using (customer_id, matching_id)
                group by o.customer_id, o.matching_id
            ), taken as (
                select p.customer_id, a.allocated_on as day, a.amount, case when c.kind = 'PAYMENT' then 1 else 0 end as cash
                from pool p
                join receivable.allocation a on a.customer_id = p.customer_id and a.debit_item_id = p.id
                join receivable.open_item c on c.customer_id = a.customer_id and c.id = a.credit_item_id
                where a.allocated_on between {2} and {4}
                union all
                select p.customer_id, p.settled_on, p.amount, coalesce(s.cash, 0)
                from pool p join share s on s.customer_id = p.customer_id and s.matching_id = p.matching_id
                where p.settled_on between {2} and {4}
            ), movement as (
                select customer_id, null::date as day, sum(amount) filter (where overdue) as overdue,
                       sum(amount) filter (where not overdue) as falling, sum(amount) filter (where known) as known,
                       0 as cash, 0 as credited
                from pool group by customer_id
                union all
                select customer_id, day, 0, 0, 0, sum(amount * cash), sum(amount * (1 - cash))
                from taken group by customer_id, day
            )
            select m.day, coalesce(u.login, '') as agent, coalesce(u.name, '') as name, coalesce(sum(m.overdue), 0) as overdue,
                   coalesce(sum(m.falling), 0) as falling, coalesce(sum(m.known), 0) as known_at_start,
                   sum(m.cash) as cash, sum(m.credited) as credited
            from movement m
            join customer.customer c on c.id = m.customer_id
            left join identity.app_user u on u.id = c.agent_id
            group by m.day, u.login, u.name
            order by m.day nulls first, u.name, u.login
            """;

    List<Movement> movements(Extent extent, YearMonth month, LocalDate asOf) {
        var last = month.atEndOfMonth();
        return db.resultQuery(
                        MOVEMENTS,
                        DSL.list(extent.companyIds().stream().map(DSL::inline).toList()),
                        extent.customers(),
                        val(month.atDay(1)),
                        val(last),
                        val(asOf.isBefore(last) ? asOf : last))
                .fetch(row -> new Movement(
                        row.get("day", LocalDate.class),
                        text(row.get("agent", String.class)),
                        text(row.get("name", String.class)),
                        row.get("overdue", BigDecimal.class),
                        row.get("falling", BigDecimal.class),
                        row.get("known_at_start", BigDecimal.class),
                        row.get("cash", BigDecimal.class),
                        row.get("credited", BigDecimal.class)));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
