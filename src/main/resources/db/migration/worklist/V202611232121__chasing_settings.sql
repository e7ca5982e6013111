-- How a company chases; a company without a row does as the defaults say. Reference table.
create table worklist.chasing_settings (
    company_id bigint primary key,
    spacing int not null default 5 check (spacing between 0 and 90),       -- days between two actions on an item (A5b)
    ledger_age int not null default 7 check (ledger_age between 1 and 90), -- an older ledger sends nothing by itself (A8)
    floor_amount numeric(19,4) not null default 0 check (floor_amount >= 0) -- nothing by itself below, per customer (A8)
);
