-- Who has paid parts of invoices only has a weighted delay too: invoices is 0 then.
insert into prediction.payment_behaviour (
    customer_id, company_id, invoices, days_from_invoice, days_late, paid, paid_days_from_invoice, paid_days_late)
select customer_id, min(company_id), 0, 0, 0, sum(amount), sum(days_from_invoice), sum(days_late)
from prediction.money_on_invoice group by customer_id
on conflict (customer_id) do nothing;
