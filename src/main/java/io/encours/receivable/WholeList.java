package io.encours.receivable;

import io.encours.receivable.LedgerDifference.Extent;
import io.encours.receivable.Outcome.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;

/// Whole lists of open items (docs/decisions/0008): what is open and absent is settled by a line of its own, dated the
/// day
/// of the list, that bears the same code; the line goes when the item comes back. Works on `staged_line`, `pair` and
/// `changed` of the difference, and adds to `touched`.
final class WholeList {

    private final DSLContext db;

    WholeList(DSLContext db) {
        this.db = db;
    }

    /// An item that is sent again is open again.
    ///
    /// @param totals an item that changes by nothing else is a changed one
    void reopen(Extent extent, Map<Outcome, Totals> totals) {
        if (extent.source() != Source.ITEMS) {
            return;
        }
        db.execute("drop table if exists pg_temp.reopened");
        db.execute("""
                create temp table reopened on commit drop as
                select p.line, p.customer_id, p.id from pair p
                where exists (select from receivable.ledger_line l
                              where l.customer_id = p.customer_id and l.settles_id = p.id)
                """);
        db.execute("""
                delete from receivable.ledger_line l using reopened r
                where l.customer_id = r.customer_id and l.settles_id = r.id
                """);
        db.execute("""
                update receivable.ledger_line l set carried_code = null, carried_date = null, carried_year = null
                from reopened r where l.customer_id = r.customer_id and l.id = r.id
                """);
        db.execute("insert into touched select distinct customer_id from reopened on conflict do nothing");
        var alone = totals("""
                select count(*), coalesce(sum(s.debit), 0), coalesce(sum(s.credit), 0)
                from reopened r join staged_line s using (line)
                where not exists (select from changed c where c.line = r.line)
                """);
        totals.merge(Outcome.CHANGED, alone, Totals::plus);
        totals.merge(
                Outcome.UNCHANGED,
                new Totals(
                        -alone.lines(), alone.debit().negate(), alone.credit().negate()),
                Totals::plus);
    }

    /// A payment that names a document settled by a list takes the place of that settlement, as far as it reaches.
    void giveWay(Extent extent) {
        if (extent.source() != Source.PAYMENTS) {
            return;
        }
        db.execute("drop table if exists pg_temp.replaced");
        db.execute(REPLACED, extent.companyId());
        db.execute("""
                update receivable.ledger_line l set carried_code = null, carried_date = null, carried_year = null
                from replaced r where r.rest = 0 and l.customer_id = r.customer_id and l.id = r.settles_id
                """);
        db.execute("""
                delete from receivable.ledger_line l using replaced r
                where r.rest = 0 and l.customer_id = r.customer_id and l.id = r.id
                """);
        db.execute("""
                update receivable.ledger_line l set credit = r.rest
                from replaced r where r.rest > 0 and l.customer_id = r.customer_id and l.id = r.id
                """);
        db.execute("insert into touched select distinct customer_id from replaced on conflict do nothing");
    }

    /// Settles what is open, came from files of items or payments, and is not in this one.
    ///
    /// @param asOf items of later days cannot be on the list and stay
    /// @return what was settled
    Totals settle(Extent extent, LocalDate asOf) {
        db.execute("drop table if exists pg_temp.absent");
        db.execute(
                ABSENT.replace(":sources", extent.source() == Source.ITEMS ? "'ITEMS', 'PAYMENTS'" : "'PAYMENTS'"),
                extent.companyId(),
                asOf);
        db.execute("delete from absent where amount = 0");
        db.execute(SETTLE, asOf, asOf, asOf, extent.importId());
        db.execute("""
                update receivable.ledger_line l set carried_code = '#' || l.id, carried_date = ?, carried_year = 0
                from absent a where l.customer_id = a.customer_id and l.id = a.id
                """, asOf);
        db.execute("insert into touched select distinct customer_id from absent on conflict do nothing");
        return totals("""
                select count(*), coalesce(sum(amount) filter (where amount > 0), 0),
                       coalesce(-sum(amount) filter (where amount < 0), 0) from absent
                """);
    }

    private Totals totals(String sql) {
        var row = db.fetchSingle(sql);
        return new Totals(row.get(0, Integer.class), row.get(1, BigDecimal.class), row.get(2, BigDecimal.class));
    }

    /// What is left of the settling lines of a document, the oldest due first, once its new payments are taken off.
    private static final String REPLACED = """
            create temp table replaced on commit drop as
            with paid as (
                select c.customer_id, s.control_account, s.document, sum(s.credit - s.debit) as amount
                from staged_line s join customer.customer_code c on c.company_id = ? and c.code = s.customer_code
                where s.document <> '' and not exists (select from pair p where p.line = s.line)
                group by c.customer_id, s.control_account, s.document having sum(s.credit - s.debit) > 0
            ), settling as (
                select l.customer_id, l.id, l.settles_id, l.credit, p.amount,
                       sum(l.credit) over (partition by l.customer_id, l.control_account, l.document
                                           order by i.due_date nulls last, i.entry_date, i.id) as upto
                from paid p
                join receivable.ledger_line l using (customer_id, control_account, document)
                join receivable.ledger_line i on i.customer_id = l.customer_id and i.id = l.settles_id
                where l.settles_id is not null and l.credit > 0
            )
            select customer_id, id, settles_id, greatest(0, least(credit, upto - amount)) as rest
            from settling where upto - amount < credit
            """;

    /// A list without any credit is one of claims only: absent credits are then settled as far as they paid absent
    /// claims of the same account, the oldest first.
    private static final String ABSENT = """
            create temp table absent on commit drop as
            with absent as (
                select o.customer_id, o.id, o.remaining, l.control_account, l.entry_date
                from receivable.open_item o join receivable.ledger_line l using (customer_id, id)
                where o.company_id = ? and o.settled_on is null and o.remaining <> 0
                  and l.source in (:sources) and l.settles_id is null and l.set_aside is null and l.entry_date <= ?
                  and not exists (select from pair p where p.customer_id = o.customer_id and p.id = o.id)
            ), summed as (
                select a.*,
                       sum(greatest(remaining, 0)) over (partition by customer_id, control_account) as claims,
                       sum(greatest(-remaining, 0)) over (partition by customer_id, control_account
                                                          order by entry_date, id) as credits_upto
                from absent a
            )
            select customer_id, id,
                   case when remaining > 0 or exists (select from staged_line where credit > 0) then remaining
                        else -least(-remaining, greatest(0, claims - (credits_upto + remaining))) end as amount
            from summed
            """;

    private static final String SETTLE = """
            insert into receivable.ledger_line (
                customer_id, company_id, source, fiscal_year, journal, entry_number, entry_date, account, control_account,
                auxiliary, document, document_date, debit, credit, currency, carried_code, carried_date, carried_year,
                nature, fingerprint, import_id, settles_id)
            select l.customer_id, l.company_id, 'ITEMS', 0, '', '', ?, l.account, l.control_account,
                   l.auxiliary, l.document, ?, greatest(-a.amount, 0), greatest(a.amount, 0), l.currency,
                   '#' || l.id, ?, 0, 'OTHER', gen_random_uuid(), ?, l.id
            from absent a join receivable.ledger_line l using (customer_id, id)
            """;
}
