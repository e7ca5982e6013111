-- The site of its company that follows a customer, by its code (R7): as files and programs say it, whether the company
-- has described that site or not.
alter table customer.customer add column site text;
create index customer_site on customer.customer (company_id, site) where site is not null;
