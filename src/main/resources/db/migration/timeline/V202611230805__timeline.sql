-- Every exchange and every act on a customer; append-only. Distributed by customer_id.
create schema timeline;

create table timeline.event (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    happened_on date not null,            -- business date
    recorded_at timestamptz not null,
    author_id bigint,                     -- null: Encours itself
    author_name text not null,
    type text not null,                   -- see EventType
    channel text,                         -- type of the action: EMAIL, PHONE, LETTER …
    text text not null default '',
    outcome text,
    details jsonb not null default '{}',
    primary key (customer_id, id)
);
create index event_by_day on timeline.event (customer_id, happened_on desc, id desc);

create table timeline.event_item (
    customer_id bigint not null,
    event_id bigint not null,
    item_id bigint not null,
    primary key (customer_id, item_id, event_id)
);
create index event_item_event on timeline.event_item (customer_id, event_id);
