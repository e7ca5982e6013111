-- Settings of the figures, and the aged balances that were computed day by day (docs/decisions/0023).
create schema reporting;

-- Without a row: 30, 60, 90 days; balance method over 365 days.
create table reporting.company_options (
    company_id bigint primary key,
    buckets int[] not null,          -- last day of each bucket of the aged balance, ascending
    dso_method text not null check (dso_method in ('BALANCE', 'COUNT_BACK')),
    dso_days int not null check (dso_days between 1 and 731)
);

-- The aged balance of a company as it was computed at the end of each day, as validity ranges. Never changed: what the
-- ledger says today of a past day is computed, and shown beside.
create table reporting.aged_balance (
    company_id bigint not null,
    from_day date not null,
    to_day date not null,            -- the last day with the same figures
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    overdue numeric(19,4) not null,
    not_due numeric(19,4) not null,
    credits numeric(19,4) not null,  -- negative or 0
    buckets int[] not null,
    amounts numeric(19,4)[] not null, -- of the buckets
    computed_at timestamptz not null,
    primary key (company_id, from_day),
    check (to_day >= from_day)
);
