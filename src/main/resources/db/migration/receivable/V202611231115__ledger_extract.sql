-- Which imports are extracts of the same books, one newer than the other: they share a lineage (docs/decisions/0004).
-- The parts of a split file have a lineage each. Imports of before this table have none: together they are lineage 0.
create table receivable.ledger_extract (
    company_id bigint not null,
    import_id bigint not null,
    lineage bigint not null, -- the smallest import of it
    primary key (company_id, import_id)
);
