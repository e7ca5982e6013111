-- Which figure an item is part of is said once: for the facts, for the lists that figures open, and for the kept DSO.
-- No fact is another than before.
create function receivable.is_turnover(kind text, nature text, opening boolean, control_account text) returns boolean
language sql immutable parallel safe as $$
select (kind in ('INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE') and nature <> 'DOUBTFUL' or kind = 'RETENTION' and nature = 'RETENTION')
   and not opening and control_account not like '416%' and control_account not like '418%'
   and control_account not like '4196%' and control_account not like '4198%'
$$;

create function receivable.is_due(kind text, nature text, opening boolean, due_date date, entry_date date, control_account text)
returns boolean language sql immutable parallel safe as $$
select (kind in ('INVOICE', 'DEPOSIT_INVOICE') and nature <> 'DOUBTFUL' or kind = 'RETENTION' and nature in ('RETENTION', 'OPENING'))
   and (not opening or due_date >= entry_date) and control_account not like '416%' and control_account not like '418%'
   and control_account not like '4196%' and control_account not like '4198%'
$$;

create function receivable.is_received(kind text, nature text, opening boolean, original numeric) returns boolean
language sql immutable parallel safe as $$
select (kind in ('PAYMENT', 'RETURNED_PAYMENT', 'REFUND') or kind in ('BILL', 'RETENTION') and original < 0 and nature = 'PAYMENT')
   and nature <> 'BILL_RETURNED' and not opening
$$;

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
    where receivable.is_turnover(o.kind, o.nature, o.opening, o.control_account)
    union all
    select 'DUE', o.due_date, o.entry_date, o.original, 1
    where receivable.is_due(o.kind, o.nature, o.opening, o.due_date, o.entry_date, o.control_account)
    union all
    select 'RECEIVED', date '1970-01-01', o.entry_date, -o.original, o.receipts
    where receivable.is_received(o.kind, o.nature, o.opening, o.original)
) f(measure, on_date, day, amount, items)
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, -a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.debit_item_id
union all
select a.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, a.amount, 0
from receivable.allocation a join receivable.fact_item i on i.customer_id = a.customer_id and i.id = a.credit_item_id;
