-- What changed in what customers owe, entry by entry, and the same added up for each company (docs/decisions/0023).
alter table receivable.open_item add column opening boolean not null default false; -- from an opening entry (à-nouveau)
update receivable.open_item o set opening = true
from receivable.ledger_line l
where l.customer_id = o.customer_id and l.id = o.id and l.opening is not null;

-- Σ amount up to a day, of the first five measures: what remains on that day. CLAIM by due date; PAYMENT, CREDIT_NOTE,
-- DEPOSIT and OTHER_CREDIT, negative, without a date; Σ items: how many are open. Beside them TURNOVER by document
-- date, with tax, DUE, what invoices fell due for by due date, and RECEIVED, with the number of documents and payments.
create view receivable.fact_change (customer_id, company_id, measure, account, on_date, day, amount, items) as
with item as (
    select o.*,
           case when original >= 0 then 'CLAIM'
                when kind in ('PAYMENT', 'CREDIT_NOTE', 'DEPOSIT') then kind
                else 'OTHER_CREDIT' end as measure,
           case when control_account like '416%' then 'DOUBTFUL'
                when control_account like '418%' or control_account like '4196%' or control_account like '4198%' then 'ACCRUAL'
                when control_account like '419%' then 'DEPOSIT'
                when control_account like '413%' or control_account like '51%' then 'BILL'
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
where kind in ('INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE') and account not in ('DOUBTFUL', 'ACCRUAL')
union all
select customer_id, company_id, 'DUE', account, due_date, entry_date, original, 1 from item
where kind in ('INVOICE', 'DEPOSIT_INVOICE', 'RETENTION') and account not in ('DOUBTFUL', 'ACCRUAL')
union all
select customer_id, company_id, 'RECEIVED', account, date '1970-01-01', entry_date, -original,
       case when kind = 'PAYMENT' then 1 else 0 end from item
where kind in ('PAYMENT', 'RETURNED_PAYMENT') and not opening;

-- The same for all customers of a company together: grows with days, not with entries. Kept by the transaction that
-- changes the ledger; the statement below makes it anew.
create table receivable.company_fact (
    company_id bigint not null,
    measure text not null,
    account text not null,
    on_date date not null,
    day date not null,
    amount numeric(19,4) not null,
    items bigint not null,
    primary key (company_id, measure, account, on_date, day)
);
insert into receivable.company_fact (company_id, measure, account, on_date, day, amount, items)
select company_id, measure, account, on_date, day, sum(amount), sum(items)
from receivable.fact_change group by company_id, measure, account, on_date, day;
