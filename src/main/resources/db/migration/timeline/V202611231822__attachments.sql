-- Files that belong to an event: scans, proofs of delivery, mails. Append-only. Distributed by customer_id.
create table timeline.attachment (
    customer_id bigint not null,
    id bigserial not null,
    event_id bigint not null,
    name text not null check (name <> ''),
    media_type text not null,             -- found in its content, not believed from its name
    bytes bigint not null,
    added_at timestamptz not null,
    author_name text not null,
    primary key (customer_id, id)
);
create index attachment_of_event on timeline.attachment (customer_id, event_id);

-- Apart, so that lists stay narrow.
create table timeline.attachment_content (
    customer_id bigint not null,
    attachment_id bigint not null,
    content bytea not null,
    primary key (customer_id, attachment_id)
);
alter table timeline.attachment_content alter column content set storage external; -- mostly compressed already
