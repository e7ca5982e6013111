-- Which strategy a customer follows that has none of its own: that of the first rule of an ordered list that fits it (A6,
-- decision 0021). Reference tables, but for the amounts overdue.
create table strategy.assignment_rule (
    position int primary key,                       -- 1, 2, 3 … the first that fits counts
    label text not null default '',
    company_id bigint references company.company,   -- null: every company
    groups text[] not null,                         -- as they were written; empty: whatever the group
    countries text[] not null,
    risk_classes text[] not null,
    payment_methods text[] not null,
    group_keys text[] not null,                     -- the same without regard to case and surrounding blanks
    country_keys text[] not null,
    risk_class_keys text[] not null,
    payment_method_keys text[] not null,
    overdue_from numeric(19,4) check (overdue_from >= 0),   -- at least so much overdue; null: whatever it is
    overdue_below numeric(19,4) check (overdue_below > 0),  -- less than so much
    strategy_id bigint not null references strategy.strategy
);

-- Every version of the list, whole.
create table strategy.assignment_list (
    version int primary key,
    saved_at timestamptz not null,
    saved_by bigint,                                -- null: Encours itself
    comment text not null default ''
);

create table strategy.assignment_rule_version (
    version int not null references strategy.assignment_list,
    position int not null,
    label text not null,
    company_id bigint references company.company,
    groups text[] not null,
    countries text[] not null,
    risk_classes text[] not null,
    payment_methods text[] not null,
    overdue_from numeric(19,4),
    overdue_below numeric(19,4),
    strategy_id bigint not null references strategy.strategy,
    primary key (version, position)
);

-- What was overdue when it was last looked at: after a change of the customer's items, else by the nightly run. Kept only
-- while a rule asks for it; no row: nothing. Distributed by customer_id.
create table strategy.customer_overdue (
    customer_id bigint primary key,
    company_id bigint not null,
    overdue numeric(19,4) not null,
    looked_at_on date not null                      -- business date on which it became so much
);
create index customer_overdue_company on strategy.customer_overdue (company_id);

-- What every customer follows, and on what ground.
create view strategy.assignment as
select c.id as customer_id, c.company_id,
    coalesce(own.id, rule.strategy_id, standard.id) as strategy_id,
    case
        when own.id is not null then 'CUSTOMER'
        when rule.position is not null then 'RULE'
        when standard.company_id is not null then 'COMPANY_DEFAULT'
        when standard.id is not null then 'COMMON_DEFAULT'
        else 'NONE'
    end as basis,
    case when own.id is null then rule.position end as rule_position
from customer.customer c
left join strategy.strategy own
    on own.code = c.strategy_code and (own.company_id is null or own.company_id = c.company_id)
left join strategy.customer_overdue o on o.customer_id = c.id
left join lateral (
    select r.position, r.strategy_id
    from strategy.assignment_rule r
    join strategy.strategy s on s.id = r.strategy_id and (s.company_id is null or s.company_id = c.company_id)
    where (r.company_id is null or r.company_id = c.company_id)
    and (cardinality(r.group_keys) = 0 or lower(btrim(c.customer_group)) = any (r.group_keys))
    and (cardinality(r.country_keys) = 0 or lower(btrim(c.country)) = any (r.country_keys))
    and (cardinality(r.risk_class_keys) = 0 or lower(btrim(c.risk_class)) = any (r.risk_class_keys))
    and (cardinality(r.payment_method_keys) = 0 or lower(btrim(c.payment_method)) = any (r.payment_method_keys))
    and (r.overdue_from is null or coalesce(o.overdue, 0) >= r.overdue_from)
    and (r.overdue_below is null or coalesce(o.overdue, 0) < r.overdue_below)
    order by r.position
    limit 1) rule on true
left join lateral (
    select s.id, s.company_id from strategy.strategy s
    where s.is_default and (s.company_id is null or s.company_id = c.company_id)
    order by s.company_id nulls last
    limit 1) standard on true;
