-- Searching parts of words needs the extension pg_trgm. It comes with PostgreSQL (package postgresql-contrib where the
-- distribution splits it off) and is trusted: whoever may create in the database may add it.
create schema if not exists extensions;

do $$
begin
    create extension if not exists pg_trgm schema extensions;
exception when others then
    raise exception 'Encours needs the PostgreSQL extension pg_trgm, which could not be added: %', sqlerrm
        using hint = 'Install the contrib modules of PostgreSQL, then have an administrator of the database run: create extension pg_trgm';
end
$$;
