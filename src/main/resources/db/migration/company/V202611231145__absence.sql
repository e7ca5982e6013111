-- Who acts for whom while away (S2). A reference table.
create table company.absence (
    id bigserial primary key,
    agent_id bigint not null references identity.app_user,
    cover_id bigint not null references identity.app_user,
    from_date date not null,
    to_date date not null,          -- the last day
    created_by bigint references identity.app_user,
    created_at timestamptz not null,
    cancelled_at timestamptz,
    check (from_date <= to_date),
    check (agent_id <> cover_id)
);
create index absence_cover on company.absence (cover_id, to_date) where cancelled_at is null;
create index absence_agent on company.absence (agent_id, to_date) where cancelled_at is null;
