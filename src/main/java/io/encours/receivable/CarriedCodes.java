package io.encours.receivable;

import org.jooq.DSLContext;

/// An opening line that is set aside still takes part in matching: its code passes to the lines of earlier years it
/// stands for (docs/decisions/0004). A detailed line stands for the line with the same customer, control account,
/// document and amount; any other for all lines without code of the customer's account when they sum up to it.
final class CarriedCodes {

    private final DSLContext db;

    CarriedCodes(DSLContext db) {
        this.db = db;
    }

    /// Of the touched customers.
    void pass() {
        db.execute("""
                create temp table carrying on commit drop as
                select l.customer_id, l.id, l.control_account, l.document, l.debit - l.credit as amount, l.fiscal_year,
                       l.entry_date, l.matching_code, l.matching_date,
                       row_number() over (partition by l.customer_id, l.control_account, l.document, l.debit - l.credit
                                          order by l.id) as n
                from touched t join receivable.ledger_line l using (customer_id)
                where l.set_aside = 'PRIOR_YEAR_LOADED' and l.matching_code <> ''
                """);
        var carrying = db.fetchSingle("select count(*) from carrying").into(int.class);
        var carried = db.fetchSingle("""
                select exists (select from touched join receivable.ledger_line l using (customer_id)
                               where l.carried_code is not null and l.source = 'FEC')
                """).into(boolean.class);
        if (carrying == 0 && !carried) {
            return;
        }
        db.execute("""
                create temp table uncoded on commit drop as
                select l.customer_id, l.id, l.control_account, l.document, l.debit - l.credit as amount, l.fiscal_year,
                       l.entry_date,
                       row_number() over (partition by l.customer_id, l.control_account, l.document, l.debit - l.credit
                                          order by l.matching_code <> '', l.id) as n
                from (select l.*, sum(l.debit - l.credit) over (
                             partition by l.customer_id, l.control_account, l.matching_code, l.matching_date,
                                          l.fiscal_year) as own_group
                      from (select distinct customer_id from carrying) c join receivable.ledger_line l using (customer_id)
                      where l.set_aside is null) l
                where l.matching_code = '' or l.own_group <> 0
                """);
        db.execute(STAND_FOR);
        db.execute("""
                update receivable.ledger_line l
                set carried_code = s.matching_code, carried_date = s.matching_date, carried_year = s.fiscal_year
                from (select l.customer_id, l.id, s.matching_code, s.matching_date, s.fiscal_year
                      from touched t join receivable.ledger_line l using (customer_id)
                      left join stands_for s on s.customer_id = l.customer_id and s.id = l.id
                      where (l.carried_code, l.carried_date, l.carried_year)
                            is distinct from (s.matching_code, s.matching_date, s.fiscal_year)
                        and l.source = 'FEC') s
                where l.customer_id = s.customer_id and l.id = s.id
                """);
    }

    private static final String STAND_FOR = """
            create temp table stands_for on commit drop as
            with one as (
                select u.customer_id, u.id, c.id as opening, c.matching_code, c.matching_date, c.fiscal_year
                from carrying c join uncoded u using (customer_id, control_account, document, amount, n)
                where u.fiscal_year <> c.fiscal_year and u.entry_date <= c.entry_date and c.document <> ''
            ), alone as (
                select c.* from carrying c
                where not exists (select from one o where o.customer_id = c.customer_id and o.opening = c.id)
                  and not exists (select from carrying d
                                  where d.customer_id = c.customer_id and d.control_account = c.control_account
                                    and d.fiscal_year = c.fiscal_year and d.id <> c.id
                                    and not exists (select from one o
                                                    where o.customer_id = d.customer_id and o.opening = d.id))
            ), several as (
                select u.customer_id, u.id, a.matching_code, a.matching_date, a.fiscal_year,
                       a.amount - sum(u.amount) over (partition by a.customer_id, a.id) as difference
                from alone a join uncoded u using (customer_id, control_account)
                where u.fiscal_year <> a.fiscal_year and u.entry_date <= a.entry_date
                  and not exists (select from one o where o.customer_id = u.customer_id and o.id = u.id)
            )
            select customer_id, id, matching_code, matching_date, fiscal_year from one
            union all
            select customer_id, id, matching_code, matching_date, fiscal_year from several where difference = 0
            """;
}
