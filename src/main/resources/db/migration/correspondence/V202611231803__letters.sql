-- Letters as they were made, and the runs that printed them. Distributed by customer_id; runs are a reference table.
create sequence correspondence.letter_number;

create table correspondence.print_run (
    id bigserial primary key,
    company_id bigint not null references company.company,
    created_at timestamptz not null,
    author_id bigint references identity.app_user, -- null: Encours itself
    author_name text not null,
    letters int not null,
    pages int not null
);
create index print_run_latest on correspondence.print_run (company_id, id desc);

create table correspondence.letter (
    customer_id bigint not null,
    id bigint not null,                   -- from letter_number: what the letter calls its reference
    company_id bigint not null,
    purpose text not null,
    stage text not null,
    dated date not null,                  -- business date on the letter
    created_at timestamptz not null,
    author_id bigint,                     -- null: Encours itself
    author_name text not null,
    template text not null,
    template_version int not null,        -- 0: the text Encours comes with
    language text not null,
    subject text not null,
    amount numeric(19,4) not null,        -- asked for
    currency text not null,
    pages int not null,
    event_id bigint not null,             -- of the customer's log
    print_run_id bigint,                  -- null: not printed yet
    cancelled_at timestamptz,
    cancelled_by text,
    primary key (customer_id, id),
    check (print_run_id is null or cancelled_at is null)
);
create index letter_waiting on correspondence.letter (company_id, id) where print_run_id is null and cancelled_at is null;
create index letter_latest on correspondence.letter (company_id, id desc);
create index letter_printed on correspondence.letter (print_run_id, customer_id, id) where print_run_id is not null;

create table correspondence.letter_item (
    customer_id bigint not null,
    letter_id bigint not null,
    item_id bigint not null,
    remaining numeric(19,4) not null,     -- when the letter was made
    primary key (customer_id, letter_id, item_id)
);
create index letter_item_of on correspondence.letter_item (customer_id, item_id);

-- Apart, so that lists stay narrow. Never changed.
create table correspondence.letter_content (
    customer_id bigint not null,
    letter_id bigint not null,
    pdf bytea not null,
    primary key (customer_id, letter_id)
);
alter table correspondence.letter_content alter column pdf set storage external; -- a PDF is compressed already
