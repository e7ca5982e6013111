-- Finding customers (docs/decisions/0011). Words without accents, in small letters, each after one blank; `FindKey` makes
-- the same of what is typed. Dots and apostrophes vanish (S.A.R.L., L'Oréal), other signs part words.
alter table customer.customer
    add column find_key text not null generated always as (
        ' ' || regexp_replace(translate(normalize(replace(replace(replace(lower(
            name || ' ' || code || ' ' || regexp_replace(code, '[^[:alnum:]]', '', 'g')
            || ' ' || coalesce(siren, '') || ' ' || coalesce(siret, '') || ' ' || coalesce(vat_number, '')
            || ' ' || coalesce(customer_group, '') || ' ' || coalesce(email, '')
            || ' ' || translate(coalesce(phone, ''), ' .-/()+', '')
        ), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), nfkd),
        U&'\0300\0301\0302\0303\0304\0306\0307\0308\030a\030b\030c\0327\0328.''\2019', ''),
        '[^[:alnum:]]+', ' ', 'g')) stored;

-- The extension may have been there before, in a schema of its own.
do $$
begin
    execute format('create index customer_find on customer.customer using gin (find_key %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;

-- Names and codes that begin as typed, in order.
create index customer_find_name on customer.customer (company_id, (left(find_key, 60) collate "C"));
create index customer_find_code on customer.customer
    (company_id, (regexp_replace(lower(code), '[^[:alnum:]]', '', 'g') collate "C"));
