-- Why Encours itself took a message back: a key of the message files; null: a person did, or it was not cancelled.
alter table correspondence.message add column cancelled_because text;

-- What a provider says of a number, beside what it says of one message: it takes none. Else a later one may arrive.
alter table correspondence.sms_receipt add column unreachable boolean not null default false;
