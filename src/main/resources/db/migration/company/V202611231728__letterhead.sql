-- What stands on the paper of a company: sender, account to pay to, mentions the law asks for. A reference table.
create table company.letterhead (
    company_id bigint primary key references company.company,
    address text,
    postal_code text,
    city text,
    phone text,
    email text,
    website text,
    vat_number text,
    legal text,               -- last lines of the page: form, capital, register
    signatory text,           -- who signs letters, and as what
    iban text check (iban ~ '^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$'),
    bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
    logo bytea                -- PNG, as it is printed
);
