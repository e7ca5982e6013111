-- The facts of a few customers cost what those customers have, not what all have: each item is read once, by the key, and
-- whoever asks names the customers with `customer_id = any (…)`, which reaches the tables. No fact is another than before.
create view receivable.fact_item as
select o.*,
       case when original >= 0 then 'CLAIM'
            when kind in ('PAYMENT', 'CREDIT_NOTE', 'DEPOSIT') then kind
            else 'OTHER_CREDIT' end as measure,
       case when control_account like '416%' then 'DOUBTFUL'
            when control_account like '418%' or control_account like '4196%' or control_account like '4198%' then 'ACCRUAL'
            when control_account like '419%' then 'DEPOSIT'
            when kind = 'BILL' or control_account like '413%' or control_account like '51%' then 'BILL'
            when control_account = '4117' then 'RETENTION'
            else 'TRADE' end as account,
       case when original >= 0 then due_date else date '1970-01-01' end as on_date
from receivable.open_item o;
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
    where o.kind in ('INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE', 'RETENTION') and not o.opening
      and o.nature not in ('DOUBTFUL', 'RETENTION_MOVED') and o.account not in ('DOUBTFUL', 'ACCRUAL')
    union all
    select 'DUE', o.due_date, o.entry_date, o.original, 1
    where o.kind in ('INVOICE', 'DEPOSIT_INVOICE', 'RETENTION') and (not o.opening or o.due_date >= o.entry_date)
      and o.nature not in ('DOUBTFUL', 'RETENTION_MOVED') and o.account not in ('DOUBTFUL', 'ACCRUAL')
    union all
    select 'RECEIVED', date '1970-01-01', o.entry_date, -o.original, o.receipts
    where (o.kind in ('PAYMENT', 'RETURNED_PAYMENT', 'REFUND') or (o.kind = 'BILL' and o.original < 0 and o.nature = 'PAYMENT'))
      and o.nature <> 'BILL_RETURNED' and not o.opening
) f(measure, on_date, day, amount, items)
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, -a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.debit_item_id
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.credit_item_id;
