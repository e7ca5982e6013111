package io.encours.receivable;

import java.util.List;
import org.jooq.DSLContext;

/// What settled the lines of the touched customers (docs/decisions/0003): groups that balance, on four levels, then
/// dated allocations in the groups that do not. Works on `work` (a row a line) and leaves `settled_group` and `alloc`.
final class Settlement {

    private final DSLContext db;

    Settlement(DSLContext db) {
        this.db = db;
    }

    /// @param unmatched companies without any matching code have their ledger allocated
    void settle(boolean unmatched) {
        balance();
        db.execute("""
                create temp table alloc (
                    customer_id bigint not null, debit_id bigint not null, credit_id bigint not null,
                    amount numeric not null, allocated_on date not null, inferred boolean not null) on commit drop
                """);
        db.execute("""
                create temp table pool on commit drop as
                select w.customer_id, w.id, w.control_account, w.amount as open, w.entry_date, w.code_date, w.code,
                       w.code_year, w.document, w.due_date, w.source
                from work w left join settled_group g using (customer_id, control_account, code, code_date, code_year)
                where g.customer_id is null and w.amount <> 0
                """);
        db.execute("analyze pool (customer_id, id)");
        if (exists("source = 'PAYMENTS' and document <> ''")) {
            allocate("document", "document <> ''", "document <> '' and source = 'PAYMENTS'", "false");
        }
        if (exists("code <> ''")) {
            allocate("code || chr(31) || code_year || chr(31) || document", "code <> ''", "code <> ''", "false");
            allocate("code || chr(31) || code_year", "code <> ''", "code <> ''", "false");
            allocate("code", "code <> ''", "code <> ''", "false");
        }
        if (unmatched && exists("source = 'FEC'")) {
            allocate("document", "source = 'FEC' and document <> ''", "source = 'FEC' and document <> ''", "true");
            allocate("abs(open)::text", "source = 'FEC'", "source = 'FEC'", "true");
            allocate("''", "source = 'FEC'", "source = 'FEC'", "true");
        }
    }

    /// Groups that balance, from the finest key to the coarsest.
    private void balance() {
        db.execute("""
                create temp table code_group on commit drop as
                select customer_id, control_account, code, code_date, code_year, sum(amount) as total,
                       min(id) as first_id, max(entry_date) as last_entry
                from work where code <> ''
                group by customer_id, control_account, code, code_date, code_year
                """);
        db.execute("""
                create temp table settled_group on commit drop as
                with rest as (
                    select * from code_group where total <> 0
                ), by_date as (
                    select *, sum(total) over w = 0 as done, min(first_id) over w as g,
                           greatest(max(last_entry) over w, max(code_date) over w) as d
                    from rest window w as (partition by customer_id, control_account, code, code_date)
                ), by_year as (
                    select *, sum(total) over w = 0 as done_2, min(first_id) over w as g_2,
                           greatest(max(last_entry) over w, max(code_date) over w) as d_2
                    from by_date where not done window w as (partition by customer_id, control_account, code, code_year)
                ), by_code as (
                    select *, sum(total) over w = 0 as done_3, min(first_id) over w as g_3,
                           greatest(max(last_entry) over w, max(code_date) over w) as d_3
                    from by_year where not done_2 window w as (partition by customer_id, control_account, code)
                )
                select customer_id, control_account, code, code_date, code_year, first_id as matching_id,
                       greatest(last_entry, code_date) as settled_on from code_group where total = 0
                union all
                select customer_id, control_account, code, code_date, code_year, g, d from by_date where done
                union all
                select customer_id, control_account, code, code_date, code_year, g_2, d_2 from by_year where done_2
                union all
                select customer_id, control_account, code, code_date, code_year, g_3, d_3 from by_code where done_3
                """);
        db.execute("analyze settled_group (customer_id)");
    }

    private boolean exists(String which) {
        return db.fetchSingle("select exists (select from pool where open <> 0 and " + which + ")")
                .into(boolean.class);
    }

    /// Credits pay debits within customer, control account and `key`, the oldest due first. Both sides are laid on
    /// one line of running sums; every stretch between two marks belongs to one debit and one credit. The cost is
    /// that of sorting, whatever the size of a customer.
    private void allocate(String key, String debits, String credits, String inferred) {
        db.execute(STEP.replace(":key", key)
                .replace(":debits", debits)
                .replace(":credits", credits)
                .replace(":inferred", inferred));
        for (var side : List.of("debit", "credit")) {
            db.execute("""
                    update pool p set open = p.open %s a.amount
                    from (select customer_id, %s_id as id, sum(amount) as amount from step group by 1, 2) a
                    where p.customer_id = a.customer_id and p.id = a.id
                    """.formatted(side.equals("debit") ? "-" : "+", side));
        }
        db.execute("insert into alloc select * from step");
        db.execute("drop table step");
    }

    private static final String STEP = """
            create temp table step on commit drop as
            with debit as (
                select customer_id, control_account, id, k, entry_date, code_date, sum(open) over w as upto,
                       row_number() over w as n
                from (select *, (:key) collate "C" as k from pool where open > 0 and :debits) p
                window w as (partition by customer_id, control_account, k order by due_date, entry_date, id)
            ), credit as (
                select customer_id, control_account, id, k, entry_date, code_date, sum(-open) over w as upto,
                       row_number() over w as n
                from (select *, (:key) collate "C" as k from pool where open < 0 and :credits) p
                window w as (partition by customer_id, control_account, k order by entry_date, id)
            ), mark as (
                select customer_id, control_account, k, upto, sum(debits) as debits, sum(credits) as credits
                from (select customer_id, control_account, k, upto, 1 as debits, 0 as credits from debit
                      union all
                      select customer_id, control_account, k, upto, 0, 1 from credit) m
                group by customer_id, control_account, k, upto
            ), stretch as (
                select customer_id, control_account, k, upto - coalesce(lag(upto) over w, 0) as amount,
                       1 + sum(debits) over w - debits as debit_n, 1 + sum(credits) over w - credits as credit_n
                from mark window w as (partition by customer_id, control_account, k order by upto)
            )
            select s.customer_id, d.id as debit_id, c.id as credit_id, s.amount,
                   greatest(d.entry_date, c.entry_date, d.code_date, c.code_date) as allocated_on,
                   :inferred as inferred
            from stretch s
            join debit d on d.customer_id = s.customer_id and d.control_account = s.control_account and d.k = s.k
                        and d.n = s.debit_n
            join credit c on c.customer_id = s.customer_id and c.control_account = s.control_account and c.k = s.k
                         and c.n = s.credit_n
            """;
}
