-- Finding items by document and amount (docs/decisions/0011): ordered indexes, so that the first ones are read without
-- looking at the others. `ItemFinder` uses the same expressions, word for word.
create index open_item_find_document on receivable.open_item
    (company_id, (translate(lower(document), 'àâäçéèêëîïôöùûüÿ -_/.:,;#°()*+''’', 'aaaceeeeiioouuuy') collate "C"))
    where document <> '';
create index open_item_find_number on receivable.open_item
    (company_id, (ltrim(substring(document from '([0-9]+)[^0-9]*$'), '0') collate "C"))
    where document <> '';
create index open_item_find_original on receivable.open_item (company_id, original);
create index open_item_find_remaining on receivable.open_item (company_id, remaining)
    where settled_on is null and remaining <> original;
