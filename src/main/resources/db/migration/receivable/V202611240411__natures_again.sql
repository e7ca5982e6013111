-- Ledgers that were loaded before retention money that moves and bills that come back had natures of their own get them
-- from what is stored: an entry whose receivable lines add up to zero has no counterpart, so nothing was invoiced or paid
-- by it. Where they do not, the file is needed, and the nature stays until it is loaded again (docs/decisions/0023).
create temp table entry_within on commit drop as
with asked as (
    select distinct company_id, fiscal_year, journal, entry_number, entry_date
    from receivable.ledger_line
    where source = 'FEC' and opening is null
      and (control_account = '4117' and nature = 'RETENTION' or nature = 'RETURNED_PAYMENT' and debit > credit)
)
select company_id, fiscal_year, journal, entry_number, entry_date,
       bool_or((l.control_account like '413%' or l.control_account like '51%') and l.credit > l.debit) as has_bill
from asked join receivable.ledger_line l using (company_id, fiscal_year, journal, entry_number, entry_date)
where l.source = 'FEC'
group by company_id, fiscal_year, journal, entry_number, entry_date
having sum(l.debit - l.credit) = 0;

update receivable.ledger_line l
set nature = case when l.control_account = '4117' then 'RETENTION_MOVED' else 'BILL_RETURNED' end
from entry_within e
where l.company_id = e.company_id and l.source = 'FEC' and l.fiscal_year = e.fiscal_year and l.entry_date = e.entry_date
  and l.journal = e.journal and l.entry_number = e.entry_number and l.opening is null
  and (l.control_account = '4117' and l.nature = 'RETENTION'
       or l.nature = 'RETURNED_PAYMENT' and l.debit > l.credit and e.has_bill and l.control_account not like '413%'
          and l.control_account not like '51%' and l.control_account not like '419%' and l.control_account <> '4117');

create temp table changed on commit drop as
select o.customer_id, o.id, o.company_id, l.nature
from receivable.ledger_line l join receivable.open_item o on o.customer_id = l.customer_id and o.id = l.id
where l.nature in ('RETENTION_MOVED', 'BILL_RETURNED') and o.nature <> l.nature;
update receivable.open_item o set nature = c.nature from changed c where o.customer_id = c.customer_id and o.id = c.id;

-- Accruals of a list of items are no invoices, whatever the list called them; their due dates stay.
create temp table accrual on commit drop as
select customer_id, id, company_id, kind, original, remaining, entry_date, opening
from receivable.open_item
where (control_account like '418%' or control_account like '4196%' or control_account like '4198%') and kind <> 'ADJUSTMENT';
update receivable.open_item o set kind = 'ADJUSTMENT' from accrual a where o.customer_id = a.customer_id and o.id = a.id;

update receivable.customer_day d
set invoiced = d.invoiced - a.invoiced, credit_noted = d.credit_noted - a.credit_noted, received = d.received - a.received
from (
    select customer_id, entry_date as day,
           coalesce(sum(original) filter (where kind in ('INVOICE', 'DEPOSIT_INVOICE')), 0) as invoiced,
           coalesce(-sum(original) filter (where kind = 'CREDIT_NOTE'), 0) as credit_noted,
           coalesce(-sum(original) filter (where kind = 'PAYMENT'), 0) as received
    from accrual where not opening group by customer_id, entry_date
) a
where d.customer_id = a.customer_id and d.day = a.day;

update receivable.customer_balance b
set unallocated = b.unallocated - a.unallocated, credit_notes = b.credit_notes - a.credit_notes, deposits = b.deposits - a.deposits
from (
    select customer_id, coalesce(sum(remaining) filter (where kind = 'PAYMENT'), 0) as unallocated,
           coalesce(sum(remaining) filter (where kind = 'CREDIT_NOTE'), 0) as credit_notes,
           coalesce(sum(remaining) filter (where kind = 'DEPOSIT'), 0) as deposits
    from accrual group by customer_id
) a
where b.customer_id = a.customer_id;

create temp table fact_anew on commit drop as select company_id from changed union select company_id from accrual;
delete from receivable.company_fact where company_id in (select company_id from fact_anew);
insert into receivable.company_fact (company_id, measure, account, on_date, day, amount, items)
select company_id, measure, account, on_date, day, sum(amount), sum(items)
from receivable.fact_change where company_id in (select company_id from fact_anew)
group by company_id, measure, account, on_date, day;
