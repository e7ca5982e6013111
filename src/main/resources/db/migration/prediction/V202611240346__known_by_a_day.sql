-- The kept sums are those of a day, as the reports have them: what the ledger knows of a later day, such as the maturity of
-- a bill that was given to a bank early, counts from that day on (D2). Null: worked out before days were kept, over all.
alter table prediction.payment_behaviour add column as_of date;
