-- What a letter says is kept at once, as markup; its pages are drawn at once for a few, later for many, at the latest
-- when somebody wants to see them.
alter table correspondence.letter alter column pages drop not null; -- null: not drawn yet

alter table correspondence.letter_content
    alter column pdf drop not null,
    add column markup text,                -- until it is drawn
    add constraint letter_content_drawn check ((pdf is null) <> (markup is null));
create index letter_content_undrawn on correspondence.letter_content (customer_id, letter_id) where pdf is null;
