-- What the DSO of each customer is made of, as of the last day it was worked out: by the transaction that changes the
-- ledger, and every night, since the days it looks back on move (D1, D4, S9). By the balance method over 365 days;
-- distributed by customer_id.
create table prediction.customer_dso (
    customer_id bigint primary key,
    company_id bigint not null,
    as_of date not null,
    receivables numeric(19,4) not null,  -- without accruals, doubtful debts and deposits
    turnover numeric(19,4) not null,     -- of the last 365 days, with tax
    dso numeric(9,1) generated always as (
        case when turnover > 0 then least(round(greatest(receivables, 0) * 365 / turnover, 1), 99999) end) stored
);
create index customer_dso_company on prediction.customer_dso (company_id);
