-- Accruals are no invoices that were paid (V202611240411).
create temp table accruing on commit drop as
select distinct customer_id from receivable.open_item
where (control_account like '418%' or control_account like '4196%' or control_account like '4198%') and settled_on is not null;

create temp table kept_day on commit drop as
select customer_id, as_of from prediction.payment_behaviour where customer_id in (select customer_id from accruing);
delete from prediction.payment_behaviour where customer_id in (select customer_id from accruing);
insert into prediction.payment_behaviour (
    customer_id, company_id, invoices, days_from_invoice, days_late, paid, paid_days_from_invoice, paid_days_late, as_of)
with paid as (
    select p.customer_id, min(p.company_id) as company_id, count(*) as invoices,
           sum(p.settled_on - p.document_date) as days_from_invoice, sum(p.settled_on - p.due_date) as days_late
    from prediction.paid_invoice p join kept_day k using (customer_id)
    where p.known_on <= coalesce(k.as_of, date 'infinity') group by p.customer_id
), money as (
    select m.customer_id, min(m.company_id) as company_id, sum(m.amount) as paid, sum(m.days_from_invoice) as days_from_invoice,
           sum(m.days_late) as days_late
    from prediction.money_on_invoice m join kept_day k using (customer_id)
    where m.known_on <= coalesce(k.as_of, date 'infinity') group by m.customer_id
)
select customer_id, coalesce(p.company_id, m.company_id), coalesce(p.invoices, 0), coalesce(p.days_from_invoice, 0),
       coalesce(p.days_late, 0), coalesce(m.paid, 0), coalesce(m.days_from_invoice, 0), coalesce(m.days_late, 0), k.as_of
from paid p full join money m using (customer_id) join kept_day k using (customer_id);
