-- Templates of messages and letters. The texts Encours comes with are files of the application; here stands what the
-- installation (no company) or a company has written instead or besides. Reference tables.
create schema correspondence;

create table correspondence.template (
    id bigserial primary key,
    code text not null check (code <> ''),
    company_id bigint references company.company, -- null: for every company without its own
    language text not null check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
    channel text not null check (channel in ('EMAIL', 'SMS', 'LETTER')),
    purpose text not null check (purpose in ('ANNOUNCEMENT', 'REMINDER', 'FORMAL_NOTICE', 'STATEMENT', 'CONFIRMATION', 'OTHER')),
    stage text not null check (stage in ('AMICABLE', 'PRE_LITIGATION', 'JUDICIAL')),
    level int check (level between 1 and 9),      -- null: only where its code is named
    label text not null,
    subject text not null,
    body text not null,
    version int not null default 1,
    retired boolean not null default false,
    unique nulls not distinct (code, company_id, language)
);

-- Every version, whole: what it was, who saved it, when and why.
create table correspondence.template_version (
    template_id bigint not null references correspondence.template on delete cascade,
    version int not null,
    purpose text not null,
    stage text not null,
    level int,
    label text not null,
    subject text not null,
    body text not null,
    retired boolean not null,
    saved_at timestamptz not null,
    saved_by bigint references identity.app_user,  -- null: Encours itself
    comment text not null default '',
    primary key (template_id, version)
);
