-- Who saves these settings says which they have read: of two at once one is told that there are newer ones.
alter table worklist.chasing_settings add column version int not null default 1; -- a company without a row is at 0
