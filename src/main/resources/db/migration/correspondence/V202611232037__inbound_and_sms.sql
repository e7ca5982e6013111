-- Numbers and addresses nobody should write to or call, for a company. Reference table.
create table correspondence.contact_mark (
    company_id bigint not null,
    kind text not null check (kind in ('PHONE', 'EMAIL')),
    address text not null check (address <> ''),   -- E.164, or an e-mail address in small letters
    reason text not null check (reason in ('OPTED_OUT', 'BOUNCED', 'WRONG_NUMBER')),
    detail text not null default '',               -- in the words of who refused
    since timestamptz not null,
    author_name text not null,
    primary key (company_id, kind, address, reason)
);

-- What customers see as the sender of short messages; none: the installation's. Reference table.
create table correspondence.sms_sender (
    company_id bigint primary key references company.company,
    sender text not null check (sender <> '')
);

-- Parts of short messages a provider has taken.
create table correspondence.sms_part (
    provider text not null,
    provider_id text not null,
    customer_id bigint not null,
    message_id bigint not null,
    parts smallint not null,
    primary key (provider, provider_id)
);
create index sms_part_message on correspondence.sms_part (customer_id, message_id);

-- What providers said became of them; a receipt may come before its part is known.
create table correspondence.sms_receipt (
    provider text not null,
    provider_id text not null,
    delivered boolean not null,
    reason text not null default '',
    received_at timestamptz not null,
    settled boolean not null default false, -- the message knows
    primary key (provider, provider_id)
);
create index sms_receipt_unsettled on correspondence.sms_receipt (received_at) where not settled;

-- Parts of answers that are not complete.
create table correspondence.sms_piece (
    sender text not null,
    recipient text not null,
    reference integer not null,
    total smallint not null,
    number smallint not null,
    text text not null,
    received_at timestamptz not null,
    primary key (sender, recipient, reference, total, number)
);

-- How far each mailbox was read (RFC 3501 §2.3.1.1). Reference table.
create table correspondence.mailbox_position (
    mailbox text primary key,              -- user@host/folder
    uid_validity bigint not null,
    last_uid bigint not null
);

-- Everything that came in from outside, whether its customer is known or not.
create table correspondence.inbound (
    id bigserial primary key,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    source text not null,                  -- mailbox, or number that was written to
    same_as text not null unique,          -- Message-ID, else a digest of the whole: what comes twice counts once
    received_at timestamptz not null,
    sender text not null default '',
    sender_name text not null default '',
    subject text not null default '',
    text text not null default '',
    quoted text not null default '',       -- what it answers to, folded away on screen
    kind text not null check (kind in ('ANSWER', 'AUTOMATIC', 'BOUNCE', 'UNREADABLE')),
    state text not null check (state in ('ATTACHED', 'TO_ATTACH', 'DISMISSED')),
    reason text not null default '',       -- why a person has to look
    company_id bigint,                     -- null: of no company in particular
    customer_id bigint,
    event_id bigint,
    original bytea,                        -- as long as a person has to look
    decided_at timestamptz,
    decided_by text
);
alter table correspondence.inbound alter column original set storage external;
create index inbound_to_attach on correspondence.inbound (received_at desc, id desc) where state = 'TO_ATTACH';
create index inbound_of_customer on correspondence.inbound (customer_id, event_id);

-- Answers nobody has read yet. Distributed by customer_id.
create table correspondence.unread_answer (
    customer_id bigint not null,
    event_id bigint not null,
    received_on date not null,
    primary key (customer_id, event_id)
);

-- How each way in and out does. Reference table.
create table correspondence.channel_health (
    channel text primary key,              -- SMPP, SMS_HTTP, IMAP, SMTP
    last_success timestamptz,
    last_failure timestamptz,
    failure text not null default ''
);
