-- Audit trail (Q3, decision 0007): who changed what, when, before and after; chained by hash, never edited.
create table identity.audit_entry (
    id bigserial primary key,
    recorded_at timestamptz not null,
    author_id bigint,                -- null: Encours itself
    author_login text not null,      -- as they were called then
    author_name text not null,
    kind text not null,              -- see AuditKind
    subject text not null,           -- what was changed, as the outside names it: login, code, id
    label text not null,
    before text check (before is json object), -- of the fields that changed, by path; null: it was not there
    after text check (after is json object),   -- null: it is gone
    -- The chain, added once, right after the change is committed.
    position bigint unique,
    previous_hash text,
    hash text,
    check ((position is null) = (hash is null) and (position is null) = (previous_hash is null)),
    check (before is not null or after is not null)
);
create index audit_entry_waiting on identity.audit_entry (id) where position is null;
create index audit_entry_time on identity.audit_entry (recorded_at, id);
create index audit_entry_author on identity.audit_entry (author_login, id);
create index audit_entry_subject on identity.audit_entry (kind, subject, id);

create function identity.keep_audit_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.position is null and new.position is not null
            and (new.id, new.recorded_at, new.author_id, new.author_login, new.author_name, new.kind, new.subject,
                 new.label, new.before, new.after)
                is not distinct from
                (old.id, old.recorded_at, old.author_id, old.author_login, old.author_name, old.kind, old.subject,
                 old.label, old.before, old.after) then
            return new;
        end if;
    end if;
    raise exception 'The audit trail cannot be changed' using errcode = 'insufficient_privilege';
end
$$;

create trigger keep_audit_entry before update or delete on identity.audit_entry
    for each row execute function identity.keep_audit_entry();
create trigger keep_audit_trail before truncate on identity.audit_entry
    for each statement execute function identity.keep_audit_entry();
