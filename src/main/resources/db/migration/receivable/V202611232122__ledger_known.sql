-- Up to which day the ledger of a company is known (A8): the last entry of its accounting files, or the day on which a
-- list of items or payments came in. Reference table.
create table receivable.ledger_known (
    company_id bigint primary key,
    known_on date not null
);
insert into receivable.ledger_known
select company_id, max(day) from receivable.customer_day where debit <> 0 or credit <> 0 group by company_id;
