-- The day up to which a ledger is known is kept (`ledger_known`); the days of all customers of a company are read nowhere,
-- and keeping them in order was a sixth of writing them.
drop index receivable.customer_day_company;
