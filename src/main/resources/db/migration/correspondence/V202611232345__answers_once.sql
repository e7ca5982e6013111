-- Parts stay a day after they were joined: what a centre delivers again is known.
alter table correspondence.sms_piece add column taken boolean not null default false;
create index sms_piece_received on correspondence.sms_piece (received_at);

-- Contents that were kept long enough are removed; that something came in stays.
alter table correspondence.inbound add column purged_at timestamptz;
create index inbound_of_sender on correspondence.inbound (sender, received_at);
create index inbound_kept on correspondence.inbound (received_at) where purged_at is null;
create index sms_receipt_received on correspondence.sms_receipt (received_at);
