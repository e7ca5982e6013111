-- What each person has arranged for themselves: named filters of lists, and which columns tables show. Reference tables.
create table identity.saved_view (
    id bigserial primary key,
    user_id bigint not null references identity.app_user,
    list text not null check (list ~ '^/[a-z]'), -- path of the list, /supervisor
    name text not null check (name <> ''),
    query text not null,                         -- its filters, as the address holds them
    created_at timestamptz not null
);
create unique index saved_view_name on identity.saved_view (user_id, list, lower(name));

create table identity.column_choice (
    user_id bigint not null references identity.app_user,
    list text not null,      -- as the page calls its table
    columns text[] not null, -- keys of those shown; none: the fixed ones alone
    primary key (user_id, list)
);
