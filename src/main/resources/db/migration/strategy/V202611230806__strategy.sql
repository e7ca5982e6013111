-- Strategies: ordered actions that chase an item. Reference tables.
create schema strategy;

create table strategy.strategy (
    id bigserial primary key,
    code text not null unique check (code <> ''),
    label text not null,
    company_id bigint references company.company, -- null: usable by every company
    is_default boolean not null default false,    -- the default of its company, or of all
    version int not null default 1,
    updated_at timestamptz not null
);
create unique index strategy_one_default on strategy.strategy (coalesce(company_id, 0)) where is_default;

create table strategy.strategy_action (
    strategy_id bigint not null references strategy.strategy on delete cascade,
    position int not null,               -- 1, 2, 3 … the order of the sequence
    code text not null check (code <> ''),
    label text not null,
    type text not null check (type in ('EMAIL', 'PHONE', 'SMS', 'LETTER', 'REGISTERED_LETTER', 'DISPUTE_REQUEST', 'LITIGATION_REQUEST',
        'CARD_PAYMENT_REQUEST', 'PROMISE', 'INSTALMENT_PLAN')),
    purpose text not null default 'REMINDER' check (purpose in ('ANNOUNCEMENT', 'REMINDER', 'FORMAL_NOTICE', 'STATEMENT', 'CONFIRMATION', 'OTHER')),
    delay int not null,                  -- calendar days after the anchor, negative before
    anchor text not null default 'DUE_DATE' check (anchor in ('DUE_DATE', 'PRESENTATION_DATE', 'PREVIOUS_ACTION', 'PROMISE_DATE')),
    payment_method text,                 -- null: every method
    condition text check (condition in ('DIRECT_DEBIT_REJECTED', 'DIRECT_DEBIT_NOT_REJECTED')),
    stage text not null default 'AMICABLE' check (stage in ('AMICABLE', 'PRE_LITIGATION', 'JUDICIAL')),
    mode text not null default 'MANUAL' check (mode in ('AUTOMATIC', 'AUTOMATIC_AFTER_CONFIRMATION', 'MANUAL')),
    per_customer boolean not null default false,
    minimum_amount numeric(19,4) check (minimum_amount >= 0),
    template text,
    final boolean not null default false, -- once done the item leaves the strategy
    primary key (strategy_id, position),
    unique (strategy_id, code)
);

-- What every customer follows until something else is said.
insert into strategy.strategy (code, label, is_default, updated_at)
values ('STANDARD', 'Relance standard', true, timestamptz '2026-11-23 00:00:00Z');

insert into strategy.strategy_action (strategy_id, position, code, label, type, purpose, delay, stage, final)
select s.id, a.*
from strategy.strategy s, (values
    (1, 'ANNONCE', 'Annonce d’échéance par e-mail', 'EMAIL', 'ANNOUNCEMENT', -5, 'AMICABLE', false),
    (2, 'RELANCE-1', 'Relance n° 1 par e-mail', 'EMAIL', 'REMINDER', 5, 'AMICABLE', false),
    (3, 'APPEL', 'Appel de relance', 'PHONE', 'REMINDER', 12, 'AMICABLE', false),
    (4, 'RELANCE-2', 'Relance n° 2 par courrier', 'LETTER', 'REMINDER', 25, 'AMICABLE', false),
    (5, 'MISE-EN-DEMEURE', 'Mise en demeure par LRAR', 'REGISTERED_LETTER', 'FORMAL_NOTICE', 40, 'PRE_LITIGATION', true)
) a (position, code, label, type, purpose, delay, stage, final)
where s.code = 'STANDARD';
