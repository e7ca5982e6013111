-- Automatic messages go out between these hours of a working day; the same hour twice: at any hour (A8).
alter table worklist.chasing_settings
    add column send_from time not null default '09:00',
    add column send_until time not null default '18:00';

-- What goes out by itself may also be a letter, which waits for a print run.
alter table worklist.automatic_message
    add column kind text not null default 'MESSAGE' check (kind in ('MESSAGE', 'LETTER')),
    add column to_confirm boolean not null default false, -- a person lets it go, and decides the hour with it
    drop constraint automatic_message_pkey,
    add primary key (customer_id, kind, message_id);      -- message_id: of correspondence.message or .letter
alter table worklist.automatic_item
    add column kind text not null default 'MESSAGE',
    drop constraint automatic_item_pkey,
    add primary key (customer_id, kind, message_id, item_id);
alter table worklist.automatic_message alter column kind drop default, alter column to_confirm drop default;
alter table worklist.automatic_item alter column kind drop default;

update worklist.automatic_message w set to_confirm = true
from correspondence.message m
where m.customer_id = w.customer_id and m.id = w.message_id
and (m.state = 'TO_CONFIRM' or exists (
    select from worklist.done_action d
    where d.customer_id = w.customer_id and d.outgoing_kind = 'MESSAGE' and d.outgoing_id = w.message_id
    and d.done_by is not null));
