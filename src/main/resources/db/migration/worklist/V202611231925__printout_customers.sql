-- Whose lines a printed list shows: who may not see one of them any more does not get it again (S2).
alter table worklist.printout add column customers bigint[] not null default '{}';
