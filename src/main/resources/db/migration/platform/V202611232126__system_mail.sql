-- What Encours itself writes to the people who use it: invitations, mentions, reports. An outbox of its own; local.
create table platform.system_mail (
    id bigserial primary key,
    recipient text not null,
    language text not null,
    subject text not null,
    text text not null,
    html text not null default '',
    created_at timestamptz not null,
    state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
    state_since timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    lease_until timestamptz,
    answer text not null default '',
    secret text not null                  -- part of the Message-ID
);
create index system_mail_due on platform.system_mail (due_at) where state = 'WAITING';
create index system_mail_sending on platform.system_mail (lease_until) where state = 'SENDING';

create table platform.system_mail_file (
    mail_id bigint not null references platform.system_mail on delete cascade,
    position int not null,
    name text not null,
    media_type text not null,
    content bytea not null,
    primary key (mail_id, position)
);
