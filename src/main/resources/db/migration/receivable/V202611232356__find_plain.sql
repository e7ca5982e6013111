-- Most references have no accent: theirs are made with a table of the signs alone, which takes a third of the time of an
-- import's rows. `DocumentKey` uses the same expression, word for word (docs/decisions/0011).
drop index receivable.open_item_find_document;
create index open_item_find_document on receivable.open_item
    (company_id, ((case when octet_length(document) = char_length(document)
        then translate(lower(document collate "C"), ' -_/.:,;#()*+''', '')
        else translate(lower(document collate "C"), 'àâäáãåçéèêëíìîïñóòôöõúùûüÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸ -_/.:,;#°()*+''’', 'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuy')
        end) collate "C"))
    where document <> '';
