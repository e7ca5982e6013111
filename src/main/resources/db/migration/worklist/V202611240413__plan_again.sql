-- Accruals are not chased (V202611240411): their customers are planned anew.
insert into worklist.dirty_customer (customer_id, company_id)
select distinct customer_id, company_id from receivable.open_item
where (control_account like '418%' or control_account like '4196%' or control_account like '4198%') and settled_on is null
on conflict do nothing;
