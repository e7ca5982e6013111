-- Messages to customers by e-mail and SMS: the outbox (DESIGN decision 6). Distributed by customer_id.
create table correspondence.message (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    purpose text not null,
    stage text not null,
    language text not null,
    recipients text[] not null check (cardinality(recipients) > 0),
    subject text not null,                -- empty for an SMS
    template text,                        -- code; null: free text
    template_version int,                 -- 0: the text Encours comes with
    amount numeric(19,4) not null,        -- Σ remaining of the items when it was written
    currency text not null,
    created_for date not null,            -- business date
    created_at timestamptz not null,
    author_id bigint,                     -- null: Encours itself
    author_name text not null,
    by_hand boolean not null,             -- a person wrote it; else an automatic action
    state text not null check (state in ('TO_CONFIRM', 'WAITING', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED',
                                         'CANCELLED', 'UNCERTAIN')),
    state_since timestamptz not null,
    reason text not null default '',      -- last answer of the peer; who cancelled or confirmed it
    due_at timestamptz not null,          -- not to be sent before
    attempts int not null default 0,
    worker text,                          -- that sends it, while SENDING
    lease_until timestamptz,              -- SENDING for longer is UNCERTAIN
    sent_at timestamptz,
    message_id text,                      -- Message-ID, or the id the SMS provider gave
    secret text not null,                 -- with the id the reference in the reply address
    resend_of bigint,                     -- message of the same customer
    purged_at timestamptz,                -- text and attachments were removed then
    primary key (customer_id, id)
);
create index message_due on correspondence.message (due_at) where state = 'WAITING';
create index message_sending on correspondence.message (lease_until) where state = 'SENDING';
create index message_open on correspondence.message (company_id, state, id desc)
    where state in ('TO_CONFIRM', 'WAITING', 'SENDING', 'BOUNCED', 'FAILED', 'UNCERTAIN');
create index message_latest on correspondence.message (company_id, id desc);
create index message_peer on correspondence.message (message_id) where message_id is not null;
create unique index message_resent on correspondence.message (customer_id, resend_of)
    where resend_of is not null and state <> 'CANCELLED';

-- Apart, so that lists stay narrow; removed when the retention period is over.
create table correspondence.message_body (
    customer_id bigint not null,
    message_id bigint not null,
    text text not null,
    html text not null,                   -- the whole document; empty for an SMS
    primary key (customer_id, message_id)
);

-- Files that go with a message: given, a letter that was made, or a statement of account made at sending and kept.
create table correspondence.message_attachment (
    customer_id bigint not null,
    message_id bigint not null,
    position int not null,
    kind text not null check (kind in ('FILE', 'LETTER', 'STATEMENT')),
    name text not null,
    media_type text not null,
    letter_id bigint,
    content bytea,                        -- null: not made yet, or kept elsewhere
    primary key (customer_id, message_id, position)
);
alter table correspondence.message_attachment alter column content set storage external;

-- What a message speaks of. Live: it speaks, or will speak, for this occurrence of the action; no other may.
create table correspondence.message_item (
    customer_id bigint not null,
    message_id bigint not null,
    item_id bigint not null,
    occurrence int,                       -- of the action on the item; null: it stands for no action
    remaining numeric(19,4) not null,
    live boolean not null,
    primary key (customer_id, message_id, item_id)
);
create unique index message_item_live on correspondence.message_item (customer_id, item_id, occurrence)
    where live and occurrence is not null;

-- Every attempt to send, from the moment it was committed.
create table correspondence.message_attempt (
    customer_id bigint not null,
    message_id bigint not null,
    number int not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    worker text not null,
    outcome text,                         -- ACCEPTED, DEFERRED, REFUSED, UNKNOWN; null: nobody knows
    answer text not null default '',
    primary key (customer_id, message_id, number)
);

-- How a company sends; without a row the usual values count. Reference table.
create table correspondence.message_settings (
    company_id bigint primary key references company.company,
    sender_name text,
    sender_address text,                  -- null: the address on its letterhead
    reply_address text,                   -- null: the sender's
    undo_automatic int not null,          -- minutes
    undo_by_hand int not null,
    quiet_from time not null,             -- no SMS from then
    quiet_until time not null             -- until then
);

-- What keeps a channel from sending. Reference table.
create table correspondence.message_channel (
    channel text primary key,
    paused_at timestamptz,
    paused_by text,
    trouble text,
    trouble_since timestamptz
);
