-- Opening lines whose code passes to earlier years, and the lines it passed to: most ledgers have few of them, or
-- none, and every change of the ledger asks.
create index ledger_line_carrying on receivable.ledger_line (customer_id, id)
    where set_aside = 'PRIOR_YEAR_LOADED' and matching_code <> '';
create index ledger_line_carried on receivable.ledger_line (customer_id, id)
    where carried_code is not null and source = 'FEC';
