-- Addresses of other programs that are told what happens, and what they were told. Local on the coordinator.
create schema webhook;

create table webhook.hook (
    id bigserial primary key,
    owner_id bigint not null references identity.app_user, -- they are told what the owner may see
    address text not null,
    secret text not null,                -- signs what is sent; it has to be known here, so no hash
    events text[] not null,
    created_at timestamptz not null,
    disabled_at timestamptz              -- too much failed; null: it is served
);

create table webhook.delivery (
    id bigserial primary key,
    hook_id bigint not null references webhook.hook on delete cascade,
    event text not null,
    body text not null,                  -- exactly what is signed and sent
    created_at timestamptz not null,     -- of the fact
    state text not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'FAILED')),
    tries int not null default 0,
    next_try_at timestamptz not null,    -- while sending: from when on another node may try
    tried_at timestamptz,
    status int,                          -- of the last answer; null: there was none
    answer text                          -- its beginning, or why there was none
);
create index delivery_due on webhook.delivery (next_try_at) where state in ('WAITING', 'SENDING');
create index delivery_of_hook on webhook.delivery (hook_id, id);
