-- What is decided for many items at once, so that it can be taken back at once (S7); and the printed lists (S6).
create table worklist.batch (
    id bigserial primary key,
    kind text not null check (kind in ('VALIDATION', 'REPLACEMENT', 'SUSPENSION')),
    made_at timestamptz not null,
    made_by bigint not null,
    done int not null,
    left_out int not null
);

alter table worklist.done_action add column batch_id bigint;
-- A promise or a dispute heard on the phone: the item waits until the end of this day. Null: it goes on at once.
alter table worklist.done_action add column held_until date;
create index done_action_of_batch on worklist.done_action (batch_id) where batch_id is not null;

alter table worklist.replaced_action add column batch_id bigint;
create index replaced_action_of_batch on worklist.replaced_action (batch_id) where batch_id is not null;

comment on column worklist.planned_action.until is
    'of a reason: when it ends, if it is known; of an action: it was put off, the item is held until the end of this day';

create table worklist.printout (
    id bigserial primary key,
    made_at timestamptz not null,
    made_by bigint not null,
    presentation text not null,
    items int not null,
    pdf bytea not null
);
create index printout_by on worklist.printout (made_by, id);
