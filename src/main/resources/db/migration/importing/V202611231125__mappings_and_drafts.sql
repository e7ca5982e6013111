-- Mappings of columns that are kept, files that wait for somebody to say go, and lists of all open items. Local tables.

-- How the columns of a layout are read, described once.
create table importing.import_mapping (
    id bigserial primary key,
    company_id bigint not null references company.company,
    kind text not null check (kind in ('CUSTOMERS', 'ITEMS', 'PAYMENTS')),
    name text not null check (name <> ''),
    header text[] not null,                  -- names of all columns of the file it was made on
    fingerprint text not null,               -- of the header; empty: only used by its name
    layout text not null check (layout is json object),
    changed_by bigint not null,
    changed_at timestamptz not null
);
create unique index import_mapping_name on importing.import_mapping (company_id, kind, lower(name));
create index import_mapping_fingerprint on importing.import_mapping (company_id, fingerprint);

-- A file that was sent on the page and is not imported yet. The file itself is in the data folder.
create table importing.import_draft (
    id bigserial primary key,
    company_id bigint not null references company.company,
    created_by bigint not null,
    created_at timestamptz not null,
    file_name text not null,
    file_size bigint not null,
    stored_as text not null,                 -- name in the folder of uploads
    content_hash text not null,              -- SHA-256
    kind text check (kind in ('FEC', 'CUSTOMERS', 'ITEMS', 'PAYMENTS')), -- null: not known yet
    reading text check (reading is json object), -- sheet, header and layout; null: a FEC, or unreadable
    origin text not null check (origin in ('RECOGNISED', 'GUESSED', 'SAID', 'UNREADABLE')),
    refusal text,                            -- message key of why it cannot be read at all
    refusal_arguments text[] not null default '{}',
    keep_as text not null default '',        -- name to keep the mapping under when it is imported
    full_as_of date,                         -- the file is the whole list of this day
    check_id bigint,                         -- dry run of what is said here; null: none since it was changed
    run_id bigint                            -- the import it became
);
create index import_draft_company on importing.import_draft (company_id, created_at);

alter table importing.import_run
    add column content_hash text not null default '', -- SHA-256 of the file
    add column mapping text not null default '',      -- name of the mapping it was read by
    add column full_as_of date,                       -- the file was the whole list of this day
    add column of_draft boolean not null default false; -- the dry run behind a preview: not part of the history

alter table importing.import_outcome drop constraint import_outcome_outcome_check;
alter table importing.import_outcome add constraint import_outcome_outcome_check check (outcome in
    ('CREATED', 'CHANGED', 'UNCHANGED', 'OTHER_ACCOUNTS', 'REJECTED', 'SET_ASIDE', 'REMOVED', 'SETTLED'));
