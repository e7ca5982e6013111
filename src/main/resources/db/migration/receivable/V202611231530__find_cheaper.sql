-- What finding costs an import: the reference without the rules of a language, which are slow, accents being translated
-- anyway; numbers and amounts of open items only, which is what people look for (docs/decisions/0011). `DocumentKey`
-- uses the same expressions, word for word.
drop index receivable.open_item_find_document;
create index open_item_find_document on receivable.open_item
    (company_id, (translate(lower(document collate "C"), 'àâäáãåçéèêëíìîïñóòôöõúùûüÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸ -_/.:,;#°()*+''’', 'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuy') collate "C"))
    where document <> '';
drop index receivable.open_item_find_number;
create index open_item_find_number on receivable.open_item
    (company_id, (ltrim(substring(document from '([0-9]+)[^0-9]*$'), '0') collate "C"))
    where document <> '' and settled_on is null;
drop index receivable.open_item_find_original;
create index open_item_find_original on receivable.open_item (company_id, original) where settled_on is null;
