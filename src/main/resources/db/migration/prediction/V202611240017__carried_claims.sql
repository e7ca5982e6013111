-- Invoices whose claim moved into a bill of exchange or to doubtful customers: how it was settled in the end, in parts
-- (docs/decisions/0023). Kept with the sums of behaviour; distributed by customer_id.
create table prediction.carried_part (
    customer_id bigint not null,
    item_id bigint not null,           -- the invoice
    amount numeric(25,10) not null,
    settled_on date,                   -- maturity of a bill that was cashed, else the day of matching; null: still owed
    paid_on date,                      -- the same with the day of the payment itself
    known_on date,                     -- from this day on the ledger tells it
    counts boolean not null,           -- money or a credit note, not a loss
    money boolean not null             -- received through what the claim moved to
);
create index carried_part_invoice on prediction.carried_part (customer_id, item_id);

-- Of some customers. A claim may move several times: into a bill, to the bank, back unpaid, to doubtful customers.
create function prediction.carried_parts(customers bigint[]) returns setof prediction.carried_part
language sql stable as $$
with recursive moved as materialized (
    select * from receivable.claim_moved where customer_id = any (customers)
), concerned as materialized (
    select o.customer_id, o.matching_id from moved m join receivable.open_item o on o.customer_id = m.customer_id and o.id = m.credit_id
    where o.matching_id is not null
    union
    select o.customer_id, o.matching_id from moved m join receivable.open_item o on o.customer_id = m.customer_id and o.id = m.debit_id
    where o.matching_id is not null
), claims as (
    select o.customer_id, o.matching_id, sum(o.original) filter (where o.original > 0) as total
    from concerned c join receivable.open_item o using (customer_id, matching_id) group by 1, 2
), part as materialized (
    -- which credits settled which share of a claim
    select a.customer_id, a.debit_item_id as claim_id, a.credit_item_id as credit_id, a.amount / d.original as share, a.allocated_on as day
    from receivable.allocation a join receivable.open_item d on d.customer_id = a.customer_id and d.id = a.debit_item_id
    where a.customer_id in (select customer_id from moved)
    union all
    select d.customer_id, d.id, c.id, -c.original / g.total, d.settled_on
    from claims g
    join receivable.open_item d on d.customer_id = g.customer_id and d.matching_id = g.matching_id and d.original > 0
    join receivable.open_item c on c.customer_id = g.customer_id and c.matching_id = g.matching_id and c.original < 0
), invoice as (
    select distinct o.customer_id, o.id, o.original
    from part p join moved m using (customer_id, credit_id)
    join receivable.open_item o on o.customer_id = p.customer_id and o.id = p.claim_id
    where o.kind in ('INVOICE', 'DEPOSIT_INVOICE') and o.nature <> 'DOUBTFUL' and o.control_account not like '416%'
), reached as (
    select i.customer_id, i.id as item_id, i.original * p.share * m.share as amount, m.debit_id as claim_id, 1 as depth,
           case when s.kind = 'BILL' and s.due_date_source in ('SOURCE', 'LABEL') then s.due_date end as maturity
    from invoice i
    join part p on p.customer_id = i.customer_id and p.claim_id = i.id
    join moved m on m.customer_id = p.customer_id and m.credit_id = p.credit_id
    join receivable.open_item s on s.customer_id = m.customer_id and s.id = m.debit_id
    union all
    select r.customer_id, r.item_id, r.amount * p.share * m.share, m.debit_id, r.depth + 1,
           coalesce(case when s.kind = 'BILL' and s.due_date_source in ('SOURCE', 'LABEL') then s.due_date end, r.maturity)
    from reached r
    join part p on p.customer_id = r.customer_id and p.claim_id = r.claim_id
    join moved m on m.customer_id = p.customer_id and m.credit_id = p.credit_id
    join receivable.open_item s on s.customer_id = m.customer_id and s.id = m.debit_id
    where r.depth < 10
)
select r.customer_id, r.item_id, r.amount * p.share,
       case when s.kind = 'BILL' and c.nature = 'PAYMENT' then coalesce(r.maturity, p.day) else p.day end,
       case when s.kind = 'BILL' and c.nature = 'PAYMENT' then coalesce(r.maturity, greatest(c.entry_date, s.entry_date))
            else greatest(c.entry_date, s.entry_date) end,
       case when s.kind = 'BILL' and c.nature = 'PAYMENT' then greatest(r.maturity, p.day) else p.day end,
       c.kind in ('PAYMENT', 'CREDIT_NOTE') or c.nature = 'PAYMENT', c.kind = 'PAYMENT' or c.nature = 'PAYMENT'
from reached r
join part p on p.customer_id = r.customer_id and p.claim_id = r.claim_id
join receivable.open_item s on s.customer_id = r.customer_id and s.id = r.claim_id
join receivable.open_item c on c.customer_id = p.customer_id and c.id = p.credit_id
where not exists (select from moved m where m.customer_id = p.customer_id and m.credit_id = p.credit_id)
union all
select r.customer_id, r.item_id, r.amount * s.remaining / s.original, null, null, null, false, false
from reached r join receivable.open_item s on s.customer_id = r.customer_id and s.id = r.claim_id
where s.settled_on is null
union all
select i.customer_id, i.id, i.original * p.share, p.day, greatest(c.entry_date, p.day), p.day,
       c.kind in ('PAYMENT', 'CREDIT_NOTE'), false
from invoice i
join part p on p.customer_id = i.customer_id and p.claim_id = i.id
join receivable.open_item c on c.customer_id = p.customer_id and c.id = p.credit_id
where not exists (select from moved m where m.customer_id = p.customer_id and m.credit_id = p.credit_id)
$$;

insert into prediction.carried_part
select * from prediction.carried_parts(array(
    select distinct customer_id from receivable.ledger_line
    where nature in ('DOUBTFUL', 'BILL_CREATED') and set_aside is null));

-- What was paid, on which day, and from when on that is known: a claim that moved is paid when what it moved to is.
drop view prediction.paid_invoice;
create view prediction.paid_invoice (customer_id, company_id, item_id, document_date, due_date, settled_on, known_on) as
select o.customer_id, o.company_id, o.id, o.document_date, o.due_date,
       coalesce(c.settled_on, o.settled_on), greatest(c.known_on, o.settled_on)
from receivable.open_item o
left join (
    select customer_id, item_id, max(settled_on) as settled_on, max(known_on) as known_on,
           bool_and(settled_on is not null) and bool_or(counts) as paid
    from prediction.carried_part group by customer_id, item_id
) c on c.customer_id = o.customer_id and c.item_id = o.id
where o.kind in ('INVOICE', 'DEPOSIT_INVOICE') and o.original > 0 and o.settled_on is not null
  and o.control_account not like '416%' and o.nature <> 'DOUBTFUL' and c.paid is not false;

create or replace view prediction.money_on_invoice (customer_id, company_id, known_on, amount, days_from_invoice, days_late) as
select d.customer_id, d.company_id, a.allocated_on, a.amount,
       a.amount * (greatest(c.entry_date, d.entry_date) - d.document_date),
       a.amount * (greatest(c.entry_date, d.entry_date) - d.due_date)
from receivable.allocation a
join receivable.open_item d on d.customer_id = a.customer_id and d.id = a.debit_item_id
join receivable.open_item c on c.customer_id = a.customer_id and c.id = a.credit_item_id
where d.kind in ('INVOICE', 'DEPOSIT_INVOICE') and c.kind = 'PAYMENT' and d.control_account not like '416%' and d.nature <> 'DOUBTFUL'
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
where money > 0 and invoiced > 0
union all
select p.customer_id, d.company_id, p.known_on, p.amount, p.amount * (p.paid_on - d.document_date), p.amount * (p.paid_on - d.due_date)
from prediction.carried_part p
join receivable.open_item d on d.customer_id = p.customer_id and d.id = p.item_id
where p.money and p.paid_on is not null;

truncate prediction.payment_behaviour;
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
