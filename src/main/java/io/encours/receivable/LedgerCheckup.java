package io.encours.receivable;

import io.encours.platform.Checkup;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The law of balances over the whole database: what remains of the items, the lines that count, the daily
/// facts and the kept balance of every customer say the same, and so do the facts of companies.
@Component
class LedgerCheckup implements Checkup {

    private static final String NAME = "ledger";

    private final DSLContext db;

    LedgerCheckup(DSLContext db) {
        this.db = db;
    }

    @Override
    public Finding look() {
        var customers = db.fetchSingle("""
                select count(*) from receivable.customer_balance
                """).into(long.class);
        var wrong = db.fetchSingle("""
                with line as (
                    select customer_id, control_account, sum(debit - credit) as total
                    from receivable.ledger_line where set_aside is null group by 1, 2
                ), item as (
                    select customer_id, control_account, sum(remaining) as total
                    from receivable.open_item group by 1, 2
                ), account as (
                    select customer_id from line full join item using (customer_id, control_account)
                    where line.total is distinct from item.total
                ), whole as (
                    select customer_id, sum(total) as total from line group by 1
                ), fact as (
                    select customer_id, sum(debit - credit) as total from receivable.customer_day group by 1
                )
                select count(*) from (
                    select customer_id from account
                    union
                    select customer_id from whole full join fact using (customer_id)
                        full join receivable.customer_balance b using (customer_id)
                    where whole.total is distinct from fact.total or whole.total is distinct from b.balance
                    union
                    select -company_id from (
                        select company_id, measure, account, on_date, day, sum(amount) as amount, sum(items) as items
                        from receivable.fact_change group by 1, 2, 3, 4, 5
                    ) plain full join receivable.company_fact kept
                        using (company_id, measure, account, on_date, day)
                    where coalesce(plain.amount, 0) <> coalesce(kept.amount, 0)
                       or coalesce(plain.items, 0) <> coalesce(kept.items, 0)
                ) wrong
                """).into(long.class);
        return wrong == 0
                ? Finding.sound(NAME, "receivable.doctor.balances", customers)
                : Finding.broken(NAME, "receivable.doctor.unbalanced", wrong);
    }
}
