-- Whose number or address something came from. The last eight digits: numbers are typed with and without their country.
create index customer_by_phone on customer.customer ((right(regexp_replace(phone, '\D', '', 'g'), 8)))
    where phone is not null;
create index customer_by_email on customer.customer ((lower(email))) where email is not null;
