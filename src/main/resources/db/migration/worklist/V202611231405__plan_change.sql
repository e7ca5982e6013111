-- Whose plan changed, and in which transaction: what a mirror of the plan in memory has to read again (decision 0010).
-- Local on the coordinator; kept for two days.
create table worklist.plan_change (
    company_id bigint not null,
    customer_id bigint,               -- null: any customer of the company
    changed_by xid8 not null default pg_current_xact_id(),
    changed_at timestamptz not null
);
create index plan_change_by on worklist.plan_change (changed_by);
