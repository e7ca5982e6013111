-- How long what holds personal data is kept, where somebody said otherwise than Encours, and what was removed. Reference
-- tables.
create table identity.retention (
    kind text primary key,
    months int not null check (months between 1 and 600)
);

create table identity.retention_run (
    id bigserial primary key,
    ran_at timestamptz not null,
    kind text not null,
    before timestamptz not null,          -- what was older went
    removed int not null
);
create index retention_run_latest on identity.retention_run (kind, id desc);
