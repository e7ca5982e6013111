-- What a whole list of open items leaves out is settled by a line of its own (docs/decisions/0008).
alter table receivable.ledger_line
    add column settles_id bigint; -- the line of the same customer that this one settles; null: an ordinary line
create index ledger_line_settles on receivable.ledger_line (customer_id, settles_id) where settles_id is not null;
