package io.encours.reporting;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

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
            long companyId,
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

    /// {0} companies, {1} whose items, {2} first day of the month, {3} its last, {4} up to this day.
    ///
    /// A group of lines that balances tells only as a whole what settled it: the share of money in its
    /// credits is taken of each of its claims. Money is a payment, or a bill of exchange that was cashed.
    ///
    /// A payment that went back is no longer collected. Where its return stands matched with it, neither
    /// counts. Where the claim it paid still stands as settled, the return takes the money off again on its own
    /// day, and what settles the return counts in place of it; it is not a second claim.
    private static final String MOVEMENTS = """
            with claim as (
                select o.customer_id, o.id, o.kind, o.matching_id, o.settled_on, o.entry_date, o.original,
                       o.entry_date < {2} as known, o.due_date < {2} and o.entry_date < {2} as overdue,
                       o.kind in ('RETURNED_PAYMENT', 'REFUND') as went_back,
                       o.original - case when o.entry_date < {2} then coalesce((
                           select sum(a.amount) from receivable.allocation a
                           where a.customer_id = o.customer_id and a.debit_item_id = o.id and a.allocated_on < {2}), 0)
                       else 0 end as amount
                from receivable.open_item o
                where o.company_id in ({0}) and o.control_account not like '418%' and o.original > 0 and o.due_date <= {3} and o.entry_date <= {4}
                  and (o.settled_on is null or o.settled_on >= {2})
                  and {1}
            ), void as (
                select customer_id, id, matching_id, least(amount, sum(void)) as void
                from (
                    select c.customer_id, c.id, c.matching_id, c.amount, -p.original as void
                    from claim c join receivable.open_item p using (customer_id, matching_id)
                    where c.went_back and p.kind = 'PAYMENT' and p.entry_date <= c.entry_date
                    union all
                    select c.customer_id, c.id, null, c.amount, a.amount
                    from claim c
                    join receivable.allocation a on a.customer_id = c.customer_id and a.debit_item_id = c.id
                    join receivable.open_item p on p.customer_id = a.customer_id and p.id = a.credit_item_id
                    where c.went_back and p.kind = 'PAYMENT' and p.entry_date <= c.entry_date
                      and not (c.known and a.allocated_on < {2})
                ) part group by customer_id, id, matching_id, amount
            ), matched as (
                select distinct customer_id, matching_id from claim
                where matching_id is not null and settled_on between {2} and {4}
            ), payment as (
                select customer_id, amount, entry_date, row_number() over (partition by customer_id, amount order by entry_date, id) as n
                from (
                    select p.customer_id, p.id, p.entry_date, -p.original as amount
                    from matched join receivable.open_item p using (customer_id, matching_id)
                    where p.kind = 'PAYMENT' and p.entry_date >= {2}
                    union
                    select p.customer_id, p.id, p.entry_date, -p.original
                    from claim c
                    join receivable.allocation a on a.customer_id = c.customer_id and a.debit_item_id = c.id
                    join receivable.open_item p on p.customer_id = a.customer_id and p.id = a.credit_item_id
                    where p.kind = 'PAYMENT' and p.entry_date >= {2} and a.allocated_on <= {4} and not c.went_back
                ) paid
            ), returned as (
                select r.customer_id, r.id, r.entry_date, r.original
                from (
                    select c.*, row_number() over (partition by c.customer_id, c.original order by c.entry_date, c.id) as n
                    from claim c left join void v using (customer_id, id)
                    where c.went_back and not c.known and v.id is null
                ) r join payment p on p.customer_id = r.customer_id and p.amount = r.original and p.n = r.n
                    and p.entry_date <= r.entry_date
            ), pool as (
                select c.customer_id, c.id, c.matching_id, c.settled_on, c.known, c.overdue, c.went_back, c.entry_date,
                       c.amount - coalesce(v.void, 0) as amount,
                       case when r.id is null then c.amount - coalesce(v.void, 0) else 0 end as added
                from claim c left join void v using (customer_id, id) left join returned r using (customer_id, id)
            ), share as (
                select customer_id, matching_id, greatest(0, cash - void) / nullif(credits - void, 0) as cash
                from (
                    select o.customer_id, o.matching_id,
                           coalesce(-sum(o.original) filter (where o.original < 0
                               and (o.kind = 'PAYMENT' or o.nature = 'PAYMENT')), 0) as cash,
                           -sum(o.original) filter (where o.original < 0) as credits,
                           coalesce((select sum(v.void) from void v
                                     where v.customer_id = o.customer_id and v.matching_id = o.matching_id), 0) as void
                    from matched join receivable.open_item o using (customer_id, matching_id)
                    group by o.customer_id, o.matching_id
                ) matched
            ), taken as (
                select p.customer_id, a.allocated_on as day, a.amount,
                       case when c.kind = 'PAYMENT' or c.nature = 'PAYMENT' then 1 else 0 end as cash
                from pool p
                join receivable.allocation a on a.customer_id = p.customer_id and a.debit_item_id = p.id
                join receivable.open_item c on c.customer_id = a.customer_id and c.id = a.credit_item_id
                where a.allocated_on between {2} and {4}
                  and not (p.went_back and c.kind = 'PAYMENT' and c.entry_date <= p.entry_date)
                union all
                select p.customer_id, p.settled_on, p.amount, coalesce(s.cash, 0)
                from pool p join share s on s.customer_id = p.customer_id and s.matching_id = p.matching_id
                where p.settled_on between {2} and {4}
                union all
                select customer_id, entry_date, -original, 1 from returned
            ), movement as (
                select customer_id, null::date as day, sum(added) filter (where overdue) as overdue,
                       sum(added) filter (where not overdue) as falling, sum(added) filter (where known) as known,
                       0 as cash, 0 as credited
                from pool group by customer_id
                union all
                select customer_id, day, 0, 0, 0, sum(amount * cash), sum(amount * (1 - cash))
                from taken group by customer_id, day
            )
            select m.day, c.company_id, coalesce(u.login, '') as agent, coalesce(u.name, '') as name, coalesce(sum(m.overdue), 0) as overdue,
                   coalesce(sum(m.falling), 0) as falling, coalesce(sum(m.known), 0) as known_at_start,
                   sum(m.cash) as cash, sum(m.credited) as credited
            from movement m
            join customer.customer c on c.id = m.customer_id
            left join identity.app_user u on u.id = c.agent_id
            group by m.day, c.company_id, u.login, u.name
            order by m.day nulls first, u.name, u.login
            """;

    List<Movement> movements(Extent extent, YearMonth month, LocalDate asOf) {
        var last = month.atEndOfMonth();
        return db.resultQuery(
                        MOVEMENTS,
                        DSL.list(extent.companyIds().stream().map(DSL::inline).toList()),
                        extent.isWhole()
                                ? DSL.trueCondition()
                                : extent.covers(field(name("o", "customer_id"), Long.class)),
                        // Written into the statement: how many rows there are depends on the days, and the plan on
                        // that.
                        inline(month.atDay(1)),
                        inline(last),
                        inline(asOf.isBefore(last) ? asOf : last))
                .fetch(row -> new Movement(
                        row.get("day", LocalDate.class),
                        row.get("company_id", Long.class),
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
