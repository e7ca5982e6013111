-- Formal notices (*mises en demeure*, K4): what was demanded, the document as it was printed, and what became of it.
create table correspondence.notice_terms (
    company_id bigint primary key,
    days int not null check (days between 8 and 15), -- to pay in
    suspension boolean not null,                     -- deliveries may be suspended
    acceleration boolean not null                    -- the contract makes all that is owed due at once
);

create table correspondence.notice (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    dated date not null,
    deadline date not null,
    language text not null,
    principal numeric(19,4) not null,    -- Σ remaining of the items
    credits numeric(19,4) not null,      -- payments and credit notes that settle nothing yet, taken off; positive
    interest numeric(19,4) not null,
    indemnity numeric(19,4) not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    provisional boolean not null,        -- some rate was not published yet
    pages int not null,
    pdf bytea not null,
    issued_at timestamptz not null,
    issued_by bigint not null,
    issuer_name text not null,           -- as they were called then
    primary key (customer_id, id),
    check (deadline > dated)
);
create index notice_company on correspondence.notice (company_id, id desc);

create table correspondence.notice_item (
    customer_id bigint not null,
    notice_id bigint not null,
    item_id bigint not null,
    document text not null,
    due_date date not null,
    remaining numeric(19,4) not null,
    primary key (customer_id, notice_id, item_id),
    foreign key (customer_id, notice_id) references correspondence.notice (customer_id, id)
);
create index notice_item_item on correspondence.notice_item (customer_id, item_id);

-- What became of a notice, the latest row counting; rows are only added.
create table correspondence.notice_step (
    customer_id bigint not null,
    id bigserial not null,
    notice_id bigint not null,
    kind text not null check (kind in ('SENT', 'DELIVERED', 'PRESENTED', 'RETURNED', 'CANCELLED')),
    happened_on date not null,
    registered_number text,
    note text not null default '',
    file_name text,
    media_type text,
    file bytea,
    recorded_at timestamptz not null,
    author_id bigint not null,
    author_name text not null,
    primary key (customer_id, id),
    foreign key (customer_id, notice_id) references correspondence.notice (customer_id, id),
    check ((file is null) = (file_name is null) and (file is null) = (media_type is null))
);
create index notice_step_notice on correspondence.notice_step (customer_id, notice_id, id);
