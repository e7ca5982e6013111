-- The last business day whose night was done. Reference table.
create table worklist.nightly_run (
    company_id bigint primary key,
    day date not null
);
