-- Passkeys (WebAuthn): the public half of keys that a person's devices keep, several a user (Q3).
alter table identity.app_user
    add column passkey_handle bytea unique; -- what the devices know the user by, random; null: never had a passkey

create table identity.passkey (
    id bigserial primary key,
    user_id bigint not null references identity.app_user,
    name text not null,
    credential_id bytea not null unique,
    credential bytea not null,       -- attested credential data: model of the authenticator, id, public key
    sign_count bigint not null,      -- as the authenticator counts; 0 for good: it does not
    backup_eligible boolean not null,
    backed_up boolean not null,      -- kept in step between the person's devices
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_user on identity.passkey (user_id);
