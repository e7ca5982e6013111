-- Lock-out, ended sessions, and what is known of the use of accounts and tokens (Q3).
alter table identity.app_user
    add column sessions_from timestamptz,   -- sessions that began before are ended
    add column last_sign_in_at timestamptz;

alter table identity.api_token
    add column expires_at timestamptz,      -- null: never
    add column last_used_at timestamptz;    -- to the minute

-- Administration has become a scope of its own: tokens of administrators that wrote keep what they could do.
update identity.api_token set scopes = array_append(scopes, 'admin')
where 'write' = any (scopes) and not 'admin' = any (scopes)
and user_id in (select u.id from identity.app_user u where u.role = 'ADMINISTRATOR');

-- Attempts to sign in that have not succeeded, by login as typed (known or not) and by address.
create table identity.sign_in_failure (
    kind text not null check (kind in ('LOGIN', 'ADDRESS')),
    value text not null,
    failures int not null,
    last_at timestamptz not null,
    primary key (kind, value)
);
create index sign_in_failure_age on identity.sign_in_failure (last_at);
