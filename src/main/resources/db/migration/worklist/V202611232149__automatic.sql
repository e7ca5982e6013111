-- Automatic actions (A8): the messages that were made by themselves, and what was stopped and why.

-- Null: Encours itself.
alter table worklist.done_action alter column done_by drop not null;

create table worklist.automatic_message (
    customer_id bigint not null,
    message_id bigint not null,       -- correspondence.message
    company_id bigint not null,
    day date not null,                -- business day of the run
    position int not null,            -- of the action in its strategy
    code text not null,               -- of the action it is written for, the firmest of its items
    label text not null,
    withdrawn boolean not null default false, -- taken back by Encours itself: what it says was no longer so
    primary key (customer_id, message_id)
);
create index automatic_message_of_day on worklist.automatic_message (company_id, day);

create table worklist.automatic_item (
    customer_id bigint not null,
    message_id bigint not null,
    item_id bigint not null,
    occurrence int not null,
    code text not null,               -- of the item's own step
    amount numeric(19,4) not null,
    primary key (customer_id, message_id, item_id)
);
create index automatic_item_step on worklist.automatic_item (customer_id, item_id, occurrence);

-- What was due on a day and did not go out by itself: written anew by every run of the day.
create table worklist.stopped_action (
    customer_id bigint not null,
    item_id bigint not null,
    company_id bigint not null,
    day date not null,
    occurrence int not null,
    code text not null,
    label text not null,
    type text not null,
    guard text not null,              -- see Guard
    amount numeric(19,4) not null,
    currency text not null,
    document text not null,
    primary key (customer_id, item_id)
);
create index stopped_action_of_day on worklist.stopped_action (company_id, day);
