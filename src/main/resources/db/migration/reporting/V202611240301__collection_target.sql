-- What managers want collected in a month, of a company or of a collector (R1); without a row the target is what was
-- known to be collected when the month began. Who said so before stands in the audit trail. Reference table.
create table reporting.collection_target (
    company_id bigint not null,
    month date not null check (extract(day from month) = 1),
    agent_id bigint not null,            -- 0: the whole company
    amount numeric(19,4) not null check (amount >= 0), -- in the currency of the company
    set_by bigint not null,
    set_at timestamptz not null,
    primary key (company_id, month, agent_id)
);
