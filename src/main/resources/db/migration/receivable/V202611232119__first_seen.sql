-- The business day on which an item came into the application (A5b): a fact like its due date, written once. Null: known
-- before such days were kept.
alter table receivable.open_item add column seen_on date;
