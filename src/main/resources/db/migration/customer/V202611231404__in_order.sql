-- All customers by name, whatever their company: lists over several companies.
create index customer_in_order on customer.customer (name, id);
