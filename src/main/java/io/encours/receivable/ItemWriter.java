package io.encours.receivable;

import io.encours.company.Company;
import io.encours.customer.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The items of the touched customers: their kind and due date from the line, what remains from the settlement.
/// Makes `work`, then writes `open_item` and `allocation`; only rows that differ are written.
final class ItemWriter {

    private static final int MOST_MOVES = 4;

    private final DSLContext db;

    ItemWriter(DSLContext db) {
        this.db = db;
    }

    /// One row a counting line of a touched customer, with what does not depend on settlement.
    void prepare(Company company) {
        terms(company);
        // Counted first, so that what it is joined with is planned by its size.
        db.execute("create temp table receipt on commit drop as " + RECEIPTS);
        db.execute("analyze receipt (customer_id, id)");
        db.execute(WORK);
        db.execute("analyze work (customer_id, id)");
        var moved = db.fetchSingle("""
                select exists (select from work where nature in ('DOUBTFUL', 'BILL_CREATED') and amount < 0)
                """).into(boolean.class);
        // From an invoice to its bill, to the bank, and back.
        for (var move = 0; moved && move < MOST_MOVES; move++) {
            if (db.execute(KEEP_DUE) == 0) {
                break;
            }
        }
    }

    /// After the settlement.
    ///
    /// @param today business day on which items that are new come into the application
    void write(LocalDate today) {
        db.execute(RESULT);
        db.execute("analyze result (customer_id, id)");
        var known = db.fetchSingle("""
                select exists (select from touched t join receivable.open_item o using (customer_id))
                """).into(boolean.class);
        if (known) {
            db.execute("""
                    delete from receivable.open_item o using touched t
                    where o.customer_id = t.customer_id
                      and not exists (select from result r where r.customer_id = o.customer_id and r.id = o.id)
                    """);
            db.execute(UPDATE);
            db.execute("delete from receivable.allocation a using touched t where a.customer_id = t.customer_id");
        }
        db.execute(INSERT + (known ? """
                   where not exists (select from receivable.open_item o
                                     where o.customer_id = r.customer_id and o.id = r.id)
                  """ : ""), today);
        db.execute("""
                insert into receivable.allocation
                    (customer_id, debit_item_id, credit_item_id, amount, allocated_on, inferred)
                select customer_id, debit_id, credit_id, amount, allocated_on, inferred from alloc
                """);
    }

    /// The terms in use, parsed once in Java, for the due dates to be computed in SQL.
    private void terms(Company company) {
        Map<String, Terms> parsed = new HashMap<>();
        db.fetch("""
                select distinct c.payment_terms from touched t join customer.customer c on c.id = t.customer_id
                where c.payment_terms is not null
                """).forEach(row -> put(parsed, row.get(0, String.class)));
        put(parsed, company.paymentTerms());
        db.execute("""
                create temp table terms (written text primary key, days int, mode text, day_of_month int)
                on commit drop
                """);
        var rows = new ArrayList<Object[]>();
        parsed.forEach((written, terms) ->
                rows.add(new Object[] {written, terms.days(), terms.endOfMonth().name(), terms.dayOfMonth()}));
        for (var row : rows) {
            db.execute("insert into terms values (?, ?, ?, ?)", row);
        }
        var own = parsed.getOrDefault(company.paymentTerms(), Terms.LEGAL);
        db.execute("create temp table company_terms (days int, mode text, day_of_month int) on commit drop");
        db.execute(
                "insert into company_terms values (?, ?, ?)",
                own.days(),
                own.endOfMonth().name(),
                own.dayOfMonth());
        db.execute("analyze terms, company_terms");
    }

    private static void put(Map<String, Terms> parsed, @Nullable String written) {
        if (written != null) {
            Terms.parse(written).ifPresent(terms -> parsed.put(written, terms));
        }
    }

    /// The same as `Terms.dueDate`; %1$s: the terms.
    private static final String DUE = """
            case when %1$s.mode = 'NONE' and %1$s.day_of_month = 0 then l.counted_from + %1$s.days else (select case
                when %1$s.mode = 'AFTER' and %1$s.day_of_month = 0 then x.base
                when %1$s.mode = 'AFTER' then next_month.day
                when %1$s.day_of_month = 0 then x.base
                when same_month.day >= x.base then same_month.day
                else next_month.day end
             from (select case %1$s.mode
                       when 'NONE' then l.counted_from + %1$s.days
                       when 'BEFORE' then (date_trunc('month', l.counted_from) + interval '1 month')::date - 1 + %1$s.days
                       else (date_trunc('month', l.counted_from + %1$s.days) + interval '1 month')::date - 1 end as base) x,
             lateral (select date_trunc('month', x.base)::date as this, (date_trunc('month', x.base) + interval '1 month')::date as next,
                             (date_trunc('month', x.base) + interval '2 months')::date as after) m,
             lateral (select least(m.this + %1$s.day_of_month - 1, m.next - 1) as day) same_month,
             lateral (select least(m.next + %1$s.day_of_month - 1, m.after - 1) as day) next_month) end
            """;

    /// The first line of each payment. Its lines are those of one entry, or of one day and reference in a file,
    /// as far as each pays another document; rows alike are payments of their own (api.md).
    private static final String RECEIPTS = """
                select l.customer_id, min(l.id) as id
                from touched join receivable.ledger_line l using (customer_id)
                where l.source = 'FEC' and l.credit > l.debit and l.nature = 'PAYMENT'
                  and l.opening is null and l.set_aside is null
                group by l.customer_id, l.journal, l.entry_number, l.entry_date, l.reference
                union all
                select customer_id, min(id)
                from (
                    select l.customer_id, l.id, l.source, l.journal, l.entry_number, l.entry_date, l.reference,
                           row_number() over (partition by l.customer_id, l.source, l.entry_date, l.reference, l.document
                                              order by l.id) as copy
                    from touched join receivable.ledger_line l using (customer_id)
                    where l.source <> 'FEC' and l.credit > l.debit and l.nature = 'PAYMENT'
                      and l.opening is null and l.set_aside is null
                ) line
                group by customer_id, source, journal, entry_number, entry_date, reference, copy
            """;

    private static final String WORK =
            """
            create temp table work on commit drop as
            select l.customer_id, l.id, l.company_id, l.kind, l.document, l.counted_from as document_date, l.entry_date,
                   case
                       when l.due_date is not null then l.due_date
                       when l.label_due_date is not null then l.label_due_date
                       when l.kind = 'OPENING_BALANCE' then
                           case when l.document_date <> l.entry_date then l.document_date else l.entry_date - 1 end
                       when l.kind not in ('INVOICE', 'DEPOSIT_INVOICE', 'BILL', 'RETENTION') or l.amount < 0
                           then l.counted_from
                       when own.written is not null then
            """ + DUE.formatted("own") + " else " + DUE.formatted("usual") + """
                   end as due_date,
                   case
                       when l.due_date is not null then 'SOURCE'
                       when l.label_due_date is not null then 'LABEL'
                       when l.kind not in ('INVOICE', 'DEPOSIT_INVOICE', 'BILL', 'RETENTION') or l.amount < 0 then 'DOCUMENT'
                       when own.written is not null then 'CUSTOMER_TERMS'
                       else 'COMPANY_TERMS' end as due_date_source,
                   l.label, coalesce(l.payment_method, c.payment_method) as payment_method, l.control_account, l.amount,
                   l.debit, l.credit, l.currency, l.source, l.opening, l.nature,
                   case when r.id is null then 0 else 1 end as receipts,
                   coalesce(l.carried_code, l.matching_code) as code,
                   coalesce(case when l.carried_code is null then l.matching_date else l.carried_date end,
                            date '0001-01-01') as code_date,
                   coalesce(l.carried_year, l.fiscal_year) as code_year
            from (select l.*, l.debit - l.credit as amount, coalesce(l.document_date, l.entry_date) as counted_from,
            """ + Kinds.SQL + """
                   as kind from touched t join receivable.ledger_line l using (customer_id) where l.set_aside is null) l
            join customer.customer c on c.id = l.customer_id
            left join receipt r on r.customer_id = l.customer_id and r.id = l.id
            left join terms own on own.written = c.payment_terms
            cross join company_terms usual
            """;

    /// A claim that moved to doubtful customers, into a bill, or back from one is due when it was (effects.md
    /// §2), unless the line says another day: the claim is that of the same document and amount, or of the same
    /// matching code.
    private static final String KEEP_DUE = """
            update work w set due_date = kept.due_date, due_date_source = kept.due_date_source
            from (
                select distinct on (d.customer_id, d.id) d.customer_id, d.id, o.due_date, o.due_date_source
                from touched join receivable.claim_moved m using (customer_id)
                join work c on c.customer_id = m.customer_id and c.id = m.credit_id
                join work d on d.customer_id = m.customer_id and d.id = m.debit_id
                join work o on o.customer_id = c.customer_id and o.control_account = c.control_account and o.amount > 0
                    and (c.document <> '' and o.document = c.document and o.amount = -c.amount
                         or c.code <> '' and o.code = c.code and o.code_date = c.code_date and o.code_year = c.code_year)
                where d.nature in ('DOUBTFUL', 'BILL', 'BILL_RETURNED') and o.entry_date <= c.entry_date
                  and not (d.due_date_source in ('SOURCE', 'LABEL') and d.nature <> 'BILL_RETURNED')
                order by d.customer_id, d.id, (o.document = c.document) desc, o.due_date, o.id
            ) kept
            where w.customer_id = kept.customer_id and w.id = kept.id
              and (w.due_date, w.due_date_source) is distinct from (kept.due_date, kept.due_date_source)
            """;

    private static final String RESULT = """
            create temp table result on commit drop as
            with paid as (
                select customer_id, id, sum(amount) as amount, max(allocated_on) as allocated_on, bool_or(inferred) as inferred
                from (select customer_id, debit_id as id, amount, allocated_on, inferred from alloc
                      union all
                      select customer_id, credit_id, -amount, allocated_on, inferred from alloc) both_sides
                group by customer_id, id
            )
            select w.*,
                   case when g.customer_id is null then w.amount - coalesce(p.amount, 0) else 0 end as remaining,
                   case when g.customer_id is not null then g.settled_on
                        when w.amount = coalesce(p.amount, 0) then coalesce(p.allocated_on, w.entry_date) end as settled_on,
                   g.matching_id, coalesce(p.inferred, false) as inferred
            from work w
            left join settled_group g using (customer_id, control_account, code, code_date, code_year)
            left join paid p on p.customer_id = w.customer_id and p.id = w.id
            """;

    private static final String UPDATE = """
            update receivable.open_item o
            set kind = r.kind, document = r.document, document_date = r.document_date, entry_date = r.entry_date,
                due_date = r.due_date, due_date_source = r.due_date_source, label = r.label,
                payment_method = r.payment_method, control_account = r.control_account, original = r.amount,
                remaining = r.remaining, currency = r.currency, settled_on = r.settled_on, matching_id = r.matching_id,
                inferred = r.inferred, opening = r.opening is not null, nature = r.nature, receipts = r.receipts
            from result r
            where o.customer_id = r.customer_id and o.id = r.id
              and (o.kind, o.document, o.document_date, o.entry_date, o.due_date, o.due_date_source, o.label,
                   o.payment_method, o.control_account, o.original, o.remaining, o.currency, o.settled_on, o.matching_id,
                   o.inferred, o.opening, o.nature, o.receipts)
                is distinct from
                  (r.kind, r.document, r.document_date, r.entry_date, r.due_date, r.due_date_source, r.label,
                   r.payment_method, r.control_account, r.amount, r.remaining, r.currency, r.settled_on, r.matching_id,
                   r.inferred, r.opening is not null, r.nature, r.receipts)
            """;

    private static final String INSERT = """
            insert into receivable.open_item (
                customer_id, id, company_id, kind, document, document_date, entry_date, due_date, due_date_source, label,
                payment_method, control_account, original, remaining, currency, settled_on, matching_id, inferred, opening,
                nature, receipts, seen_on)
            select r.customer_id, r.id, r.company_id, r.kind, r.document, r.document_date, r.entry_date, r.due_date,
                   r.due_date_source, r.label, r.payment_method, r.control_account, r.amount, r.remaining, r.currency,
                   r.settled_on, r.matching_id, r.inferred, r.opening is not null,
                   r.nature, r.receipts, ?::date
            from result r
            """;
}
