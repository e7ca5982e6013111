-- How customers pay (docs/decisions/0023). Sums over all that is paid, kept by the transaction that changes the ledger;
-- distributed by customer_id.
create schema prediction;

create table prediction.payment_behaviour (
    customer_id bigint primary key,
    company_id bigint not null,
    invoices int not null,                       -- paid, each counted once, on the day nothing remained
    days_from_invoice bigint not null,           -- Σ days from the date of the invoice to that day
    days_late bigint not null,                   -- Σ days from the due date to that day, negative: early
    paid numeric(19,4) not null,                 -- money on invoices, one observation a payment
    paid_days_from_invoice numeric(25,4) not null, -- Σ amount × days from the date of the invoice to the payment
    paid_days_late numeric(25,4) not null
);
create index payment_behaviour_company on prediction.payment_behaviour (company_id);

-- What a customer paid of which invoice, and when. Invoices of groups that balance: the money of the group is spread
-- over its claims, so the mean of a group is exact when nothing but money settled it.
create view prediction.paid_invoice (customer_id, company_id, item_id, document_date, due_date, settled_on) as
select customer_id, company_id, id, document_date, due_date, settled_on
from receivable.open_item
where kind in ('INVOICE', 'DEPOSIT_INVOICE') and original > 0 and settled_on is not null and control_account not like '416%';

create view prediction.money_on_invoice (customer_id, company_id, known_on, amount, days_from_invoice, days_late) as
select d.customer_id, d.company_id, a.allocated_on, a.amount,
       a.amount * (greatest(c.entry_date, d.entry_date) - d.document_date),
       a.amount * (greatest(c.entry_date, d.entry_date) - d.due_date)
from receivable.allocation a
join receivable.open_item d on d.customer_id = a.customer_id and d.id = a.debit_item_id
join receivable.open_item c on c.customer_id = a.customer_id and c.id = a.credit_item_id
where d.kind in ('INVOICE', 'DEPOSIT_INVOICE') and c.kind = 'PAYMENT' and d.control_account not like '416%'
union all
select customer_id, company_id, settled_on, money * invoiced / claims,
       paid_days * invoiced / claims - invoice_days * money / claims,
       paid_days * invoiced / claims - due_days * money / claims
from (
    select customer_id, min(company_id) as company_id, max(settled_on) as settled_on,
           sum(original) filter (where original > 0) as claims,
           sum(original) filter (where original > 0 and kind in ('INVOICE', 'DEPOSIT_INVOICE')) as invoiced,
           sum(-original) filter (where kind = 'PAYMENT') as money,
           sum(-original * (entry_date - date '2000-01-01')) filter (where kind = 'PAYMENT') as paid_days,
           sum(original * (document_date - date '2000-01-01'))
               filter (where original > 0 and kind in ('INVOICE', 'DEPOSIT_INVOICE')) as invoice_days,
           sum(original * (due_date - date '2000-01-01'))
               filter (where original > 0 and kind in ('INVOICE', 'DEPOSIT_INVOICE')) as due_days
    from receivable.open_item
    where matching_id is not null and control_account not like '416%'
    group by customer_id, matching_id
) matched
where money > 0 and invoiced > 0;

insert into prediction.payment_behaviour (
    customer_id, company_id, invoices, days_from_invoice, days_late, paid, paid_days_from_invoice, paid_days_late)
select i.customer_id, i.company_id, i.invoices, i.days_from_invoice, i.days_late,
       coalesce(m.paid, 0), coalesce(m.days_from_invoice, 0), coalesce(m.days_late, 0)
from (
    select customer_id, min(company_id) as company_id, count(*) as invoices, sum(settled_on - document_date) as days_from_invoice,
           sum(settled_on - due_date) as days_late
    from prediction.paid_invoice group by customer_id
) i left join (
    select customer_id, sum(amount) as paid, sum(days_from_invoice) as days_from_invoice, sum(days_late) as days_late
    from prediction.money_on_invoice group by customer_id
) m using (customer_id);

-- What the average payment delay counts from (D3). Without a row: the date of the invoice.
create table prediction.company_options (
    company_id bigint primary key,
    delay_reference text not null check (delay_reference in ('INVOICE_DATE', 'DUE_DATE'))
);
