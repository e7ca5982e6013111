package io.encours.receivable;

import io.encours.receivable.LedgerDifference.Extent;
import java.math.BigDecimal;
import org.jooq.DSLContext;

/// What the opening entries of a year say otherwise than the ledger of the years before, by customer and control
/// account: they are set aside, so whoever closed the year must know.
///
/// @param customers how many; differences of several may make up for each other
/// @param total openings less ledger
/// @param examples codes of the customers that differ most
public record OpeningDifference(int customers, BigDecimal total, String examples) {

    static final OpeningDifference NONE = new OpeningDifference(0, BigDecimal.ZERO, "");

    public boolean isAny() {
        return customers > 0;
    }

    /// Openings that name nobody can only be compared as a whole.
    static OpeningDifference of(DSLContext db, Extent extent) {
        return db.fetchSingle(
                        SQL,
                        extent.companyId(),
                        extent.fiscalYear(),
                        extent.companyId(),
                        extent.fiscalYear(),
                        extent.companyId(),
                        extent.fiscalYear())
                .map(row -> new OpeningDifference(
                        row.get(0, Integer.class), row.get(1, BigDecimal.class), row.get(2, String.class)));
    }

    private static final String SQL = """
            with opening as (
                select customer_id, control_account, sum(debit - credit) as amount from receivable.ledger_line
                where company_id = ? and source = 'FEC' and fiscal_year = ? and opening is not null
                group by 1, 2
            ), day as (
                select max(entry_date) as last from receivable.ledger_line
                where company_id = ? and source = 'FEC' and fiscal_year = ? and opening is not null
            ), before as (
                select l.customer_id, l.control_account, sum(l.debit - l.credit) as amount
                from receivable.ledger_line l, day
                where l.company_id = ? and l.source = 'FEC' and l.fiscal_year <> ? and l.set_aside is null
                  and l.entry_date <= day.last
                group by 1, 2
            ), difference as (
                select customer_id, sum(coalesce(o.amount, 0) - coalesce(b.amount, 0)) as amount,
                       bool_or(coalesce(o.amount, 0) <> coalesce(b.amount, 0)) as differs
                from opening o full join before b using (customer_id, control_account)
                group by customer_id
            )
            select case when sum(d.amount) = 0 and bool_or(c.unidentified and d.differs) then 0
                        else count(*) filter (where d.differs) end,
                   coalesce(sum(d.amount), 0),
                   coalesce(array_to_string((array_agg(c.code order by abs(d.amount) desc, c.code)
                                             filter (where d.differs))[1:5], ', '), '')
            from difference d join customer.customer c on c.id = d.customer_id
            """;
}
