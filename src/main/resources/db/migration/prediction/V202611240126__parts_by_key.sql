-- What a claim that moved was paid by is looked up for each invoice, by the key: one customer's invoices do not cost the
-- parts of all. No row is another than before.
create or replace view prediction.paid_invoice (customer_id, company_id, item_id, document_date, due_date, settled_on, known_on) as
select o.customer_id, o.company_id, o.id, o.document_date, o.due_date,
       coalesce(c.settled_on, o.settled_on), greatest(c.known_on, o.settled_on)
from receivable.open_item o
cross join lateral (
    select max(p.settled_on) as settled_on, max(p.known_on) as known_on,
           bool_and(p.settled_on is not null) and bool_or(p.counts) as paid
    from prediction.carried_part p where p.customer_id = o.customer_id and p.item_id = o.id
) c
where o.kind in ('INVOICE', 'DEPOSIT_INVOICE') and o.original > 0 and o.settled_on is not null
  and o.control_account not like '416%' and o.nature <> 'DOUBTFUL' and c.paid is not false;
