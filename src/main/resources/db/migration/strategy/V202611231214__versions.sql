-- Every version of a strategy, whole: what it was, who saved it, when and why. Reference tables.
create table strategy.strategy_version (
    strategy_id bigint not null references strategy.strategy on delete cascade,
    version int not null,
    label text not null,
    company_id bigint references company.company,
    is_default boolean not null,
    saved_at timestamptz not null,
    saved_by bigint,                                -- null: Encours itself
    comment text not null default '',
    primary key (strategy_id, version)
);

create table strategy.strategy_version_action (
    strategy_id bigint not null,
    version int not null,
    position int not null,
    code text not null,
    label text not null,
    type text not null,
    purpose text not null,
    delay int not null,
    anchor text not null,
    payment_method text,
    condition text,
    stage text not null,
    mode text not null,
    per_customer boolean not null,
    minimum_amount numeric(19,4),
    template text,
    final boolean not null,
    primary key (strategy_id, version, position),
    foreign key (strategy_id, version) references strategy.strategy_version on delete cascade
);

-- What is known of the past is the version in force.
insert into strategy.strategy_version (strategy_id, version, label, company_id, is_default, saved_at)
select id, version, label, company_id, is_default, updated_at from strategy.strategy;

insert into strategy.strategy_version_action (
    strategy_id, version, position, code, label, type, purpose, delay, anchor, payment_method, condition, stage, mode,
    per_customer, minimum_amount, template, final)
select s.id, s.version, a.position, a.code, a.label, a.type, a.purpose, a.delay, a.anchor, a.payment_method, a.condition,
    a.stage, a.mode, a.per_customer, a.minimum_amount, a.template, a.final
from strategy.strategy s join strategy.strategy_action a on a.strategy_id = s.id;
