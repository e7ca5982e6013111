-- Money received on retention money is money, and neither turnover nor due: of retention money only what was invoiced is.
create or replace view receivable.fact_change (customer_id, company_id, measure, account, on_date, day, amount, items) as
select o.customer_id, o.company_id, f.measure, o.account, f.on_date, f.day, f.amount, f.items
from receivable.fact_item o
cross join lateral (
    select o.measure, o.on_date, o.entry_date, o.original, 1
    union all
    select o.measure, o.on_date, o.settled_on, case when o.matching_id is not null then -o.original else 0 end, -1
    where o.settled_on is not null
    union all
    select 'TURNOVER', o.document_date, o.entry_date, o.original, 1
    where (o.kind in ('INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE') and o.nature <> 'DOUBTFUL'
           or o.kind = 'RETENTION' and o.nature = 'RETENTION')
      and not o.opening and o.account not in ('DOUBTFUL', 'ACCRUAL')
    union all
    select 'DUE', o.due_date, o.entry_date, o.original, 1
    where (o.kind in ('INVOICE', 'DEPOSIT_INVOICE') and o.nature <> 'DOUBTFUL'
           or o.kind = 'RETENTION' and o.nature in ('RETENTION', 'OPENING'))
      and (not o.opening or o.due_date >= o.entry_date) and o.account not in ('DOUBTFUL', 'ACCRUAL')
    union all
    select 'RECEIVED', date '1970-01-01', o.entry_date, -o.original, o.receipts
    where (o.kind in ('PAYMENT', 'RETURNED_PAYMENT', 'REFUND') or (o.kind in ('BILL', 'RETENTION') and o.original < 0 and o.nature = 'PAYMENT'))
      and o.nature <> 'BILL_RETURNED' and not o.opening
) f(measure, on_date, day, amount, items)
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, -a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.debit_item_id
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.credit_item_id;

truncate receivable.company_fact;
insert into receivable.company_fact (company_id, measure, account, on_date, day, amount, items)
select company_id, measure, account, on_date, day, sum(amount), sum(items)
from receivable.fact_change group by company_id, measure, account, on_date, day;

-- Whether anything is dated after a day is asked by every list of open items.
create index company_fact_day on receivable.company_fact (company_id, day);
