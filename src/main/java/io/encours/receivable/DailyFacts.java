package io.encours.receivable;

import org.jooq.DSLContext;

/// The daily facts and the balance of the touched customers, from `result` and `alloc`.
final class DailyFacts {

    private final DSLContext db;

    DailyFacts(DSLContext db) {
        this.db = db;
    }

    void write() {
        db.execute("delete from receivable.customer_day d using touched t where d.customer_id = t.customer_id");
        // In the order of the key: the rows of a customer stay together, and their sums need no table of groups.
        db.execute("set local enable_hashagg = off");
        db.execute(DAYS);
        db.execute("set local enable_hashagg = on");
        db.execute("""
                delete from receivable.customer_balance b using touched t
                where b.customer_id = t.customer_id
                """);
        db.execute("""
                insert into receivable.customer_balance
                    (customer_id, company_id, currency, balance, unallocated, credit_notes, deposits, open_items)
                select customer_id, min(company_id), min(currency), sum(remaining),
                       coalesce(sum(remaining) filter (where kind = 'PAYMENT'), 0),
                       coalesce(sum(remaining) filter (where kind = 'CREDIT_NOTE'), 0),
                       coalesce(sum(remaining) filter (where kind = 'DEPOSIT'), 0),
                       count(*) filter (where remaining <> 0)
                from result group by customer_id
                """);
    }

    /// A claim is overdue from the day after its due date; what was allocated to it by then never becomes overdue.
    private static final String DAYS = """
            insert into receivable.customer_day
                (customer_id, day, company_id, currency, debit, credit, invoiced, credit_noted, received, overdue_change)
            with claim as (
                select customer_id, id, company_id, currency, amount, greatest(due_date + 1, entry_date) as late_from,
                       settled_on, matching_id
                from result where amount > 0
            ), paid as (
                select c.customer_id, c.id, a.allocated_on, a.amount, c.late_from, c.company_id, c.currency
                from alloc a join claim c on c.customer_id = a.customer_id and c.id = a.debit_id
            ), in_time as (
                select customer_id, id, sum(amount) as amount from paid where allocated_on <= late_from
                group by customer_id, id
            ), late as (
                select c.customer_id, c.company_id, c.currency, c.late_from, c.amount - coalesce(t.amount, 0) as amount,
                       case when c.matching_id is not null then c.settled_on end as settled_on
                from claim c left join in_time t on t.customer_id = c.customer_id and t.id = c.id
                where c.settled_on is null or c.settled_on > c.late_from
            ), fact as (
                select customer_id, entry_date as day, company_id, currency, debit, credit,
                       case when kind in ('INVOICE', 'DEPOSIT_INVOICE') and opening is null then amount else 0 end as invoiced,
                       case when kind = 'CREDIT_NOTE' and opening is null then -amount else 0 end as credit_noted,
                       case when kind = 'PAYMENT' and opening is null then -amount else 0 end as received,
                       0 as overdue_change
                from result
                union all
                select customer_id, late_from, company_id, currency, 0, 0, 0, 0, 0, amount from late
                union all
                select customer_id, settled_on, company_id, currency, 0, 0, 0, 0, 0, -amount from late
                where settled_on is not null
                union all
                select customer_id, allocated_on, company_id, currency, 0, 0, 0, 0, 0, -amount from paid
                where allocated_on > late_from
            )
            select customer_id, day, min(company_id), min(currency), sum(debit), sum(credit), sum(invoiced),
                   sum(credit_noted), sum(received), sum(overdue_change)
            from fact group by customer_id, day order by customer_id, day
            """;
}
