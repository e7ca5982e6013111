package io.encours.receivable;

import org.jooq.DSLContext;

/// The facts of all customers of a company together (docs/decisions/0023): what the touched customers add to
/// them is taken out before their items are written, and put in afterwards.
final class CompanyFacts {

    private final DSLContext db;

    CompanyFacts(DSLContext db) {
        this.db = db;
    }

    /// Before the items of the touched customers are written.
    void remember() {
        db.execute("""
                create temp table fact_before on commit drop as
                select company_id, measure, account, on_date, day, sum(amount) as amount, sum(items) as items
                from receivable.fact_change where customer_id = any (array(select customer_id from touched))
                group by company_id, measure, account, on_date, day
                """);
    }

    /// After. In the order of the key, so that two changes never wait for each other.
    void write() {
        db.execute("""
                insert into receivable.company_fact as f (company_id, measure, account, on_date, day, amount, items)
                select company_id, measure, account, on_date, day, sum(amount), sum(items)
                from (
                    select company_id, measure, account, on_date, day, amount, items
                    from receivable.fact_change where customer_id = any (array(select customer_id from touched))
                    union all
                    select company_id, measure, account, on_date, day, -amount, -items from fact_before
                ) difference
                group by company_id, measure, account, on_date, day
                having sum(amount) <> 0 or sum(items) <> 0
                order by company_id, measure, account, on_date, day
                on conflict (company_id, measure, account, on_date, day)
                do update set amount = f.amount + excluded.amount, items = f.items + excluded.items
                """);
    }
}
