-- What a validated action made and sends to the customer: a letter or a formal notice. Actions of several items of a
-- customer may have made one together.
alter table worklist.done_action
    add column outgoing_kind text, -- LETTER, NOTICE; null: it made nothing
    add column outgoing_id bigint,
    add check ((outgoing_kind is null) = (outgoing_id is null));
