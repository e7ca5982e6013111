-- Companies whose receivables are collected, and who works for which. Reference tables.
create schema company;

create table company.company (
    id bigserial primary key,
    code text not null unique check (code <> ''),
    name text not null,
    siren text check (siren ~ '^\d{9}$'),
    currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
    country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
    calendar text not null generated always as (case when country = 'FR' then 'FR' else '*' end) stored,
    time_zone text not null default 'Europe/Paris',
    parent_id bigint references company.company,
    payment_terms text not null default '30',                                  -- grammar: fec.md §6
    receivable_prefixes text[] not null default '{411,413,416,4191,5113,5114}', -- fec.md §3
    excluded_prefixes text[] not null default '{418,4198,4196}',
    created_at timestamptz not null
);

create table company.company_user (
    company_id bigint not null references company.company,
    user_id bigint not null references identity.app_user,
    primary key (user_id, company_id)
);
