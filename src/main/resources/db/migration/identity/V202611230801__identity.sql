-- Users, their roles, API tokens. Reference tables.
create schema identity;

create table identity.app_user (
    id bigserial primary key,
    login text not null unique check (login = lower(login) and login <> ''),
    name text not null,
    email text,
    language text not null default 'fr',
    password_hash text,
    role text not null check (role in ('ADMINISTRATOR', 'CREDIT_MANAGER', 'COLLECTOR', 'SALES', 'ORDER_ADMINISTRATION', 'ACCOUNTANT', 'EXECUTIVE', 'GUEST')),
    collections_role text not null default 'NONE' check (collections_role in ('NONE', 'AGENT', 'MANAGER')),
    active boolean not null default true,
    created_at timestamptz not null
);

create table identity.api_token (
    id bigserial primary key,
    user_id bigint not null references identity.app_user,
    label text not null,
    token_hash text not null unique, -- SHA-256, hexadecimal
    scopes text[] not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

-- One-time links: first administrator, later invitations.
create table identity.one_time_link (
    token_hash text primary key,
    user_id bigint not null references identity.app_user,
    expires_at timestamptz not null,
    used_at timestamptz
);
