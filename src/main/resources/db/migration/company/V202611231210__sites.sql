-- Sites of a company, and the language of customers who have not said theirs.
alter table company.company add column language text not null default 'fr';

create table company.site (
    id bigserial primary key,
    company_id bigint not null references company.company,
    code text not null check (code <> ''),
    name text not null,
    siret text check (siret ~ '^\d{14}$'),
    address text,
    postal_code text,
    city text,
    country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
    created_at timestamptz not null,
    unique (company_id, code)
);
