-- What to do next about each open item, and what was done. All distributed by customer_id; no foreign keys on
-- planned_action: they would double the cost of planning (citus.md).
create schema worklist;

-- Exactly one row for every open item: its next action, or the reason why there is none.
create table worklist.planned_action (
    customer_id bigint not null,
    item_id bigint not null,
    company_id bigint not null,
    agent_id bigint,
    occurrence int not null,          -- 1 + number of steps done or ignored so far on the item
    strategy_id bigint,
    position int,                     -- in the strategy
    code text,                        -- of the action; null with a reason: there is no next action
    label text,
    type text,
    stage text,
    theoretical_date date,            -- anchor + delay
    action_date date,                 -- the same, moved to a working day (A9)
    replaced boolean not null default false, -- another action took this step's place
    reason text,                      -- why there is no next action, see NoAction; null: there is one
    until date,                       -- when the reason ends, if it is known
    amount numeric(19,4) not null,    -- remaining amount of the item
    currency text not null,
    document text not null,
    kind text not null,
    document_date date not null,
    due_date date not null,
    control_account text not null,
    payment_method text,
    primary key (customer_id, item_id),
    check ((code is null) = (reason is not null))
);
create index planned_action_by_agent on worklist.planned_action (company_id, agent_id, action_date) where code is not null;
create index planned_action_by_date on worklist.planned_action (company_id, action_date, customer_id) where code is not null;
create index planned_action_by_action on worklist.planned_action (company_id, code, action_date) where code is not null;

-- A step that was done (validated) or skipped (ignored). Undoing marks the row, it never deletes it.
create table worklist.done_action (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    item_id bigint not null,
    occurrence int not null,
    decision text not null check (decision in ('VALIDATED', 'IGNORED')),
    strategy_id bigint,
    position int,
    step_code text not null,          -- the strategy's action; another one may have been done in its place
    code text not null,               -- what was done or ignored
    label text not null,
    type text not null,
    stage text not null,
    final boolean not null default false, -- the item left the strategy with it
    theoretical_date date not null,
    action_date date not null,
    done_on date not null,            -- business date
    done_at timestamptz not null,
    done_by bigint not null,
    comment text not null default '',
    outcome text,
    event_id bigint,
    undone_at timestamptz,
    undone_by bigint,
    primary key (customer_id, id)
);
-- Two people at once: the second is refused by this index.
create unique index done_action_once on worklist.done_action (customer_id, item_id, occurrence) where undone_at is null;

-- A step whose action was replaced by another one, which takes its place in the sequence.
create table worklist.replaced_action (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    item_id bigint not null,
    occurrence int not null,
    replaced_code text not null,
    code text not null,
    label text not null,
    type text not null,
    stage text not null,
    theoretical_date date not null,   -- as chosen, else that of the step; moved to a working day by planning
    replaced_on date not null,
    replaced_at timestamptz not null,
    replaced_by bigint not null,
    comment text not null default '',
    event_id bigint,
    undone_at timestamptz,
    undone_by bigint,
    primary key (customer_id, id)
);
create unique index replaced_action_once on worklist.replaced_action (customer_id, item_id, occurrence) where undone_at is null;

-- Customers whose plan may no longer be right. Marked in the transaction of the change, cleared by planning.
create table worklist.dirty_customer (
    customer_id bigint not null primary key,
    company_id bigint not null
);
create index dirty_customer_company on worklist.dirty_customer (company_id);
