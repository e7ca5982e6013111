-- What was kept back on an earlier day (A8): an action that is stopped for the same reason run after run is one row, from
-- its first day to its last, so that history grows with what changes and not with the nights.
alter table worklist.stopped_action add column since date;
update worklist.stopped_action set since = day;
alter table worklist.stopped_action alter column since set not null;
comment on column worklist.stopped_action.since is 'first day of the runs in a row that stopped it so; day: the last';

create table worklist.stopped_before (
    customer_id bigint not null,
    item_id bigint not null,
    company_id bigint not null,
    since date not null,
    day date not null,                -- the last
    occurrence int not null,
    code text not null,
    label text not null,
    type text not null,
    guard text not null,
    amount numeric(19,4) not null,
    currency text not null,
    document text not null,
    primary key (customer_id, item_id, day)
);
create index stopped_before_of_day on worklist.stopped_before (company_id, day);

-- Days with a run: runs in a row may be days apart. Reference table.
create table worklist.automatic_run (
    company_id bigint not null,
    day date not null,
    primary key (company_id, day)
);
insert into worklist.automatic_run (company_id, day)
select company_id, day from worklist.automatic_message
union select company_id, day from worklist.stopped_action;
