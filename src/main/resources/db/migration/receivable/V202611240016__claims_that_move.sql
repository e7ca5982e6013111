-- What an item is by its counterparts, and how many receipts begin with it (docs/decisions/0023): a claim that moves into
-- a bill of exchange or to doubtful customers is not settled by that, retention money is part of what was invoiced, and a
-- receipt of several lines is one.
alter table receivable.open_item
    add column nature text not null default '',      -- of the ledger line: see LineNature
    add column receipts int not null default 0;      -- 1: the first line of a payment received; 0: no payment, or a further line of one

update receivable.open_item o set nature = l.nature
from receivable.ledger_line l where l.customer_id = o.customer_id and l.id = o.id;

update receivable.open_item o set receipts = 1
from (
    select customer_id, id,
           row_number() over (partition by customer_id, source, journal, entry_number, entry_date, reference, copy order by id) as n
    from (
        select l.*, case when l.source = 'FEC' then 0
                         else row_number() over (partition by l.customer_id, l.source, l.entry_date, l.reference, l.document
                                                 order by l.id) end as copy
        from receivable.ledger_line l
        where l.credit > l.debit and l.nature = 'PAYMENT' and l.opening is null and l.set_aside is null
    ) receipt
) l
where l.n = 1 and l.customer_id = o.customer_id and l.id = o.id;

-- Claims that moved: the credit that took them off an account and the debits of the same entry that carry them on, each
-- with its share. An entry belongs to one file, so few lines are looked at.
create index ledger_line_moved on receivable.ledger_line (customer_id, id)
    where nature in ('DOUBTFUL', 'BILL_CREATED') and set_aside is null;
create index open_item_opening on receivable.open_item (company_id, entry_date) where opening;

create view receivable.claim_moved (customer_id, credit_id, debit_id, share) as
select t.customer_id, t.id, s.id, (s.debit - s.credit) / sum(s.debit - s.credit) over (partition by t.customer_id, t.id)
from receivable.ledger_line t
join receivable.ledger_line s
    on s.customer_id = t.customer_id and s.journal = t.journal and s.entry_number = t.entry_number
    and s.entry_date = t.entry_date and s.fiscal_year = t.fiscal_year and s.debit > s.credit and s.set_aside is null
where t.nature in ('DOUBTFUL', 'BILL_CREATED') and t.set_aside is null and t.credit > t.debit and t.source = 'FEC';

-- As before, with four differences. TURNOVER: opening entries are the turnover of a time the ledger does not tell; retention
-- money invoiced is turnover, retention money that moved is not; neither is a claim that comes back from doubtful customers.
-- DUE: of opening entries what falls due after them. RECEIVED: bills of exchange that were cashed too, what went back taken
-- off; items counts receipts. A bill is one by its kind too.
create or replace view receivable.fact_change (customer_id, company_id, measure, account, on_date, day, amount, items) as
with item as (
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
    from receivable.open_item o
)
select customer_id, company_id, measure, account, on_date, entry_date, original, 1 from item
union all
select customer_id, company_id, measure, account, on_date, settled_on,
       case when matching_id is not null then -original else 0 end, -1 from item where settled_on is not null
union all
select i.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, -a.amount, 0
from receivable.allocation a join item i on i.customer_id = a.customer_id and i.id = a.debit_item_id
union all
select i.customer_id, i.company_id, i.measure, i.account, i.on_date, a.allocated_on, a.amount, 0
from receivable.allocation a join item i on i.customer_id = a.customer_id and i.id = a.credit_item_id
union all
select customer_id, company_id, 'TURNOVER', account, document_date, entry_date, original, 1 from item
where kind in ('INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE', 'RETENTION') and not opening
  and nature not in ('DOUBTFUL', 'RETENTION_MOVED') and account not in ('DOUBTFUL', 'ACCRUAL')
union all
select customer_id, company_id, 'DUE', account, due_date, entry_date, original, 1 from item
where kind in ('INVOICE', 'DEPOSIT_INVOICE', 'RETENTION') and (not opening or due_date >= entry_date)
  and nature not in ('DOUBTFUL', 'RETENTION_MOVED') and account not in ('DOUBTFUL', 'ACCRUAL')
union all
select customer_id, company_id, 'RECEIVED', account, date '1970-01-01', entry_date, -original, receipts from item
where (kind in ('PAYMENT', 'RETURNED_PAYMENT', 'REFUND') or (kind = 'BILL' and original < 0 and nature = 'PAYMENT'))
  and nature <> 'BILL_RETURNED' and not opening;

truncate receivable.company_fact;
insert into receivable.company_fact (company_id, measure, account, on_date, day, amount, items)
select company_id, measure, account, on_date, day, sum(amount), sum(items)
from receivable.fact_change group by company_id, measure, account, on_date, day;
