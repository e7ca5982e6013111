-- Import runs and their reports. Local tables.
create schema importing;

create table importing.import_run (
    id bigserial primary key,
    company_id bigint not null references company.company,
    kind text check (kind in ('FEC', 'CUSTOMERS', 'ITEMS', 'PAYMENTS')), -- null: not recognised, refused
    file_name text not null,
    file_size bigint not null,
    dry_run boolean not null default false,
    status text not null check (status in ('RUNNING', 'DONE', 'REFUSED')),
    phase text not null default 'WAITING',  -- WAITING, READING, CUSTOMERS, LEDGER, MATCHING, ITEMS, PLANNING, FINISHED
    progress int not null default 0 check (progress between 0 and 100), -- percent
    refusal text,                            -- message key of why the whole file was refused
    refusal_arguments text[] not null default '{}',
    read_lines int not null default 0,       -- lines of data, header not counted
    started_by bigint,
    started_at timestamptz not null,
    finished_at timestamptz,
    detected jsonb not null default '{}',    -- charset, separator, columns, period, as found
    notices jsonb not null default '[]'      -- [{key, arguments}] things worth knowing that changed nothing
);

-- Number of lines and totals of each outcome; Σ over outcomes = what was read.
create table importing.import_outcome (
    import_id bigint not null references importing.import_run on delete cascade,
    outcome text not null check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'OTHER_ACCOUNTS', 'REJECTED', 'SET_ASIDE', 'REMOVED')),
    lines int not null,
    debit numeric(19,4) not null,
    credit numeric(19,4) not null,
    primary key (import_id, outcome)
);

create table importing.import_reject (
    import_id bigint not null references importing.import_run on delete cascade,
    line int not null,                       -- in the file, the header is line 1
    column_name text not null,
    value text not null,
    reason text not null,                    -- message key
    arguments text[] not null default '{}',
    raw text not null,                       -- the line as it was
    primary key (import_id, line, column_name)
);

create index import_run_company on importing.import_run (company_id, id desc);
