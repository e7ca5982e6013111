-- Customers (third-party accounts). customer_code claims a code for a company and is a reference table;
-- customer is distributed by id.
create schema customer;

create sequence customer.customer_id_seq;

create table customer.customer_code (
    company_id bigint not null references company.company,
    code text not null check (code <> ''),
    customer_id bigint not null,
    primary key (company_id, code),
    unique (company_id, code, customer_id)
);
create index customer_code_customer on customer.customer_code (customer_id);

create table customer.customer (
    id bigint primary key,
    company_id bigint not null,
    code text not null,
    name text not null,
    siren text,
    siret text,
    vat_number text,
    customer_group text,
    agent_id bigint references identity.app_user,
    associated_person text,
    language text not null default 'fr',
    email text,
    phone text,
    address text,
    postal_code text,
    city text,
    country text not null default 'FR',
    payment_terms text,   -- grammar: fec.md §6; null: the company's
    payment_method text,
    credit_limit numeric(19,4) check (credit_limit >= 0),
    risk_class text,
    strategy_code text,   -- null: the company's default strategy
    unidentified boolean not null default false, -- stands for lines on the bare control account
    search_key text not null generated always as (
        translate(lower(name || ' ' || code), 'àáâäãåçèéêëìíîïñòóôöõùúûüýÿœæ', 'aaaaaaceeeeiiiinooooouuuuyyoa')) stored,
    created_at timestamptz not null,
    foreign key (company_id, code, id) references customer.customer_code (company_id, code, customer_id)
);
create index customer_by_name on customer.customer (company_id, name, id);
create index customer_by_agent on customer.customer (agent_id, company_id);
