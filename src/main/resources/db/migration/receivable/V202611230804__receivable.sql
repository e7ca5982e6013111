-- The ledger of customer accounts, the items it leaves open, and the daily facts. All distributed by customer_id.
create schema receivable;

-- Accounting truth, one row a line as imported, never merged: identical lines are legitimate.
create table receivable.ledger_line (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    source text not null check (source in ('FEC', 'ITEMS', 'PAYMENTS')),
    fiscal_year int not null,         -- year of the closing date of the file the line came from; 0 for CSV
    journal text not null,
    journal_label text not null default '',
    entry_number text not null,
    entry_date date not null,         -- the line counts in every balance from this day on
    account text not null,
    account_label text not null default '',
    control_account text not null,    -- root: 411, 4117, 413, 416, 4191, 5113, 5114
    auxiliary text not null default '',
    document text not null default '',
    document_date date,
    label text not null default '',
    debit numeric(19,4) not null,
    credit numeric(19,4) not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    foreign_amount numeric(19,4),
    foreign_currency text,
    matching_code text not null default '',
    matching_date date,
    validation_date date,
    due_date date,                    -- as given by the source, else null (open_item holds the derived one)
    label_due_date date,              -- read in the label or the document reference, else null
    payment_method text,
    reference text not null default '',
    nature text not null,             -- what the counterpart says the line is: see LineNature
    opening text check (opening in ('DETAILED', 'SUMMARY')), -- opening entry (à-nouveau), null: an ordinary line
    set_aside text check (set_aside in ('PRIOR_YEAR_LOADED', 'YEAR_MISSING')), -- why the line does not count; null: it counts
    carried_code text,                -- matching code, date and year of the set-aside opening line of a later year
    carried_date date,                -- that stands for this line
    carried_year int,
    fingerprint uuid not null,        -- of what makes two lines the same (docs/decisions/0004)
    import_id bigint not null,
    primary key (customer_id, id)
);
create index ledger_line_period on receivable.ledger_line (company_id, source, fiscal_year, entry_date);
create index ledger_line_opening on receivable.ledger_line (company_id, fiscal_year) where opening is not null;
create index ledger_line_row on receivable.ledger_line (company_id, fingerprint) where source <> 'FEC';

-- The part of each fiscal year that is loaded, over all accounts of its files.
create table receivable.ledger_period (
    company_id bigint not null,
    fiscal_year int not null,
    first_day date not null,
    last_day date not null,
    matched boolean not null, -- at least one line of the year carries a matching code
    primary key (company_id, fiscal_year)
);

-- One due amount of one document: a ledger line seen as something to collect or to allocate. Same id as its line.
create table receivable.open_item (
    customer_id bigint not null,
    id bigint not null,
    company_id bigint not null,
    kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'DEPOSIT', 'DEPOSIT_INVOICE', 'PAYMENT', 'BILL', 'RETENTION',
        'OPENING_BALANCE', 'RETURNED_PAYMENT', 'REFUND', 'ADJUSTMENT')),
    document text not null,
    document_date date not null,
    entry_date date not null,
    due_date date not null,
    due_date_source text not null check (due_date_source in ('SOURCE', 'LABEL', 'CUSTOMER_TERMS', 'COMPANY_TERMS', 'DOCUMENT')),
    label text not null default '',
    payment_method text,
    control_account text not null,
    original numeric(19,4) not null,  -- debit less credit: positive = owed by the customer
    remaining numeric(19,4) not null, -- between 0 and original
    currency text not null,
    settled_on date,                  -- from this day on nothing remains; null: open
    matching_id bigint,               -- smallest line of the group of lines that balance together; null: in none
    inferred boolean not null default false, -- settled, wholly or in part, by our own allocation
    presented_on date,                -- direct debit presented to the bank
    rejected_on date,                 -- and returned unpaid
    rejection_reason text,
    primary key (customer_id, id)
);
create index open_item_open on receivable.open_item (company_id, customer_id) where settled_on is null;

-- Part of a credit that settles part of a debit, in groups that do not balance as a whole.
create table receivable.allocation (
    customer_id bigint not null,
    debit_item_id bigint not null,
    credit_item_id bigint not null,
    amount numeric(19,4) not null check (amount > 0),
    allocated_on date not null,       -- not before either of the two lines
    inferred boolean not null,
    primary key (customer_id, debit_item_id, credit_item_id)
);
create index allocation_credit on receivable.allocation (customer_id, credit_item_id);

-- What happened on a customer's accounts on a day; a running sum gives any balance as of any day (decision 11).
create table receivable.customer_day (
    customer_id bigint not null,
    day date not null,
    company_id bigint not null,
    currency text not null,
    debit numeric(19,4) not null,
    credit numeric(19,4) not null,
    invoiced numeric(19,4) not null,       -- invoices and deposit invoices, by entry date
    credit_noted numeric(19,4) not null,   -- credit notes, positive
    received numeric(19,4) not null,       -- payments, positive
    overdue_change numeric(19,4) not null, -- running sum = claims past their due date (due < day) and not settled
    primary key (customer_id, day)
);
create index customer_day_company on receivable.customer_day (company_id, day);

-- Σ of the account, maintained with the items: what lists and headers show without adding up.
create table receivable.customer_balance (
    customer_id bigint not null primary key,
    company_id bigint not null,
    currency text not null,
    balance numeric(19,4) not null,
    unallocated numeric(19,4) not null,  -- open payments, negative or 0
    credit_notes numeric(19,4) not null, -- open credit notes, negative or 0
    deposits numeric(19,4) not null,     -- open deposits received (4191), negative or 0
    open_items int not null
);
create index customer_balance_company on receivable.customer_balance (company_id);
