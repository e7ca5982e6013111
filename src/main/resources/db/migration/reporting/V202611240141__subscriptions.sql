-- Reports that somebody gets by e-mail, week by week or month by month (R7). Reference table.
create table reporting.subscription (
    id bigserial primary key,
    user_id bigint not null,
    report text not null,                -- see ReportName
    narrowed jsonb not null,             -- what its page was narrowed to, by the names of the address
    format text not null check (format in ('CSV', 'XLSX', 'PDF')),
    rhythm text not null check (rhythm in ('WEEKLY', 'MONTHLY')),
    next_at timestamptz not null,
    created_at timestamptz not null,
    last_sent_at timestamptz,
    problem text not null default ''     -- why the last one was not sent: message key
);
create index subscription_due on reporting.subscription (next_at);
create index subscription_of_user on reporting.subscription (user_id);
