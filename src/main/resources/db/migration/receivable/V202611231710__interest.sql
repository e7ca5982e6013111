-- Interest for late payment and the 40 euros (K5): published rates, what a company and a customer agreed on, and what was
-- decided about claims. What has accrued is never stored: it is computed from dated entries.
create table receivable.reference_rate (
    kind text not null check (kind in ('MRO', 'LEGAL_PRO', 'LEGAL_PERSONAL')),
    semester date not null check (extract(day from semester) = 1 and extract(month from semester) in (1, 7)), -- first day
    percent numeric(7,4) not null check (percent between -5 and 100),
    source text not null check (source <> ''),
    primary key (kind, semester)
);

-- Without a row: the rate of the law, 365 days, principal first, indemnity claimed, waiving allowed.
create table receivable.interest_terms (
    company_id bigint primary key,
    rate text not null check (rate in ('STATUTORY', 'CONTRACTUAL', 'NONE')),
    percent numeric(7,4) check (percent >= 0),  -- of the contract
    day_base text not null check (day_base in ('DAYS_365', 'DAYS_360', 'ACTUAL')),
    imputation text not null check (imputation in ('PRINCIPAL_FIRST', 'INTEREST_FIRST')),
    indemnity boolean not null,                 -- 40 euros for a late invoice
    waiving boolean not null,                   -- false: nobody may waive a claim
    check ((rate = 'CONTRACTUAL') = (percent is not null))
);

-- What differs for a customer; without a row, a professional under the company's terms.
create table receivable.interest_customer_terms (
    customer_id bigint primary key,
    company_id bigint not null,
    debtor text not null check (debtor in ('PROFESSIONAL', 'CONSUMER', 'PUBLIC_BODY')),
    rate text check (rate in ('STATUTORY', 'CONTRACTUAL', 'NONE')), -- null: the company's
    percent numeric(7,4) check (percent >= 0),
    insolvency_on date,                         -- day of the opening judgment; null: none
    check (coalesce(rate = 'CONTRACTUAL', false) = (percent is not null))
);
create index interest_customer_terms_company on receivable.interest_customer_terms (company_id);

-- What was done about the claims of an item: rows are only added, a mistake is taken back by a row of the opposite amounts.
create table receivable.interest_claim_decision (
    customer_id bigint not null,
    id bigserial not null,
    company_id bigint not null,
    item_id bigint not null,
    document text not null,                     -- the item is found again by these when it was corrected since
    due_date date not null,
    kind text not null check (kind in ('INVOICED', 'WAIVED')),
    interest numeric(19,4) not null,
    indemnity numeric(19,4) not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    decided_on date not null,
    recorded_at timestamptz not null,
    author_id bigint not null,
    author_name text not null,                  -- as they were called then
    reason text not null default '',
    reference text not null default '',         -- number of the debit note
    reverses_id bigint,                         -- takes this decision of the same customer back
    primary key (customer_id, id),
    unique (customer_id, reverses_id),
    check (kind = 'INVOICED' or reason <> ''),
    check (interest <> 0 or indemnity <> 0)
);
create index interest_claim_decision_company on receivable.interest_claim_decision (company_id);

create function receivable.keep_interest_claim_decision() returns trigger language plpgsql as $$
begin
    raise exception 'Decisions about claims cannot be changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_interest_claim_decision before update or delete on receivable.interest_claim_decision
    for each row execute function receivable.keep_interest_claim_decision();

insert into receivable.reference_rate (kind, semester, percent, source) values
    ('MRO', date '2015-01-01', 0.05, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 10/09/2014 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2015-07-01', 0.05, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 10/09/2014 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2016-01-01', 0.05, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 10/09/2014 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2016-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2017-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2017-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2018-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2018-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2019-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2019-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2020-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2020-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2021-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2021-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2022-01-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2022-07-01', 0.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis mars 2016 ; première hausse le 27/07/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2023-01-01', 2.50, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 21/12/2022 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2023-07-01', 4.00, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 21/06/2023 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2024-01-01', 4.50, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 20/09/2023 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2024-07-01', 4.25, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 12/06/2024 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2025-01-01', 3.15, 'Banque centrale européenne, taux des opérations principales de refinancement, en vigueur depuis le 18/12/2024 (retout.fr ?p=12408 ; legifiscal.fr 574)'),
    ('MRO', date '2025-07-01', 2.15, 'Banque centrale européenne, baisse décidée le 05/06/2025 (boursorama.com, 18/12/2025) ; effet au 11/06/2025 à vérifier'),
    ('MRO', date '2026-01-01', 2.15, 'Banque centrale européenne, taux inchangé à la réunion du 18/12/2025 (boursorama.com, 18/12/2025)'),
    ('LEGAL_PRO', date '2016-01-01', 1.01, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2016-01-01', 4.54, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2016-07-01', 0.93, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2016-07-01', 4.35, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2020-01-01', 0.87, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2020-01-01', 3.15, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2020-07-01', 0.84, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2020-07-01', 3.11, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2021-01-01', 0.79, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2021-01-01', 3.14, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2021-07-01', 0.76, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2021-07-01', 3.12, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2022-01-01', 0.76, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2022-01-01', 3.13, 'Taux de l’intérêt légal, créances des personnes physiques : à vérifier avec l’arrêté'),
    ('LEGAL_PRO', date '2022-07-01', 0.77, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2022-07-01', 3.15, 'Taux de l’intérêt légal, créances des personnes physiques : à vérifier avec l’arrêté'),
    ('LEGAL_PRO', date '2023-01-01', 2.06, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2023-01-01', 4.47, 'Taux de l’intérêt légal, créances des personnes physiques : à vérifier avec l’arrêté'),
    ('LEGAL_PRO', date '2023-07-01', 4.22, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2023-07-01', 6.82, 'Taux de l’intérêt légal, créances des personnes physiques : à vérifier avec l’arrêté'),
    ('LEGAL_PRO', date '2024-01-01', 5.07, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2024-01-01', 8.01, 'Taux de l’intérêt légal, créances des personnes physiques : à vérifier avec l’arrêté'),
    ('LEGAL_PRO', date '2024-07-01', 4.92, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2024-07-01', 8.16, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2025-01-01', 3.71, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2025-01-01', 7.21, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2025-07-01', 2.76, 'Taux de l’intérêt légal, autres cas (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PERSONAL', date '2025-07-01', 6.65, 'Taux de l’intérêt légal, créances des personnes physiques (arrêtés semestriels : juriblio.fr, legifiscal.fr 4371, ksca.fr 615065)'),
    ('LEGAL_PRO', date '2026-01-01', 2.62, 'Arrêté du 15/12/2025 (juriblio.fr)'),
    ('LEGAL_PERSONAL', date '2026-01-01', 6.67, 'Arrêté du 15/12/2025 (juriblio.fr)');
