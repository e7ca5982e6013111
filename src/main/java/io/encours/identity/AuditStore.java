package io.encours.identity;

import static encours.db.identity.Tables.AUDIT_ENTRY;

import encours.db.identity.tables.records.AuditEntryRecord;
import io.encours.identity.Verification.Head;
import io.encours.platform.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the audit trail.
@Component
class AuditStore {

    /// Of the advisory lock that orders those who seal.
    private static final long SEALING = 0x656e_636f_7572_7301L;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    AuditStore(DSLContext db) {
        this.db = db;
    }

    void insert(AuditEntryRecord entry) {
        db.executeInsert(entry);
    }

    /// Until the end of the transaction; a query after it sees what others sealed before.
    void lockTheChain() {
        db.execute("select pg_advisory_xact_lock(?)", SEALING);
    }

    Head head() {
        return db.select(AUDIT_ENTRY.POSITION, AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.POSITION.isNotNull())
                .orderBy(AUDIT_ENTRY.POSITION.desc())
                .limit(1)
                .fetchOptional(row -> new Head(row.value1(), row.value2()))
                .orElse(new Head(0, AuditHash.BEGINNING));
    }

    List<AuditEntryRecord> waiting(int limit) {
        return db.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.POSITION.isNull())
                .orderBy(AUDIT_ENTRY.ID)
                .limit(limit)
                .fetch();
    }

    /// @param first position of the first of the entries, which follow each other
    void seal(List<Long> ids, long first, List<String> previous, List<String> hashes) {
        db.execute(
                """
                update identity.audit_entry e set position = ? + s.n - 1, previous_hash = s.previous, hash = s.hash
                from unnest(?::bigint[], ?::text[], ?::text[]) with ordinality s (id, previous, hash, n)
                where e.id = s.id
                """, first, ids.toArray(Long[]::new), previous.toArray(String[]::new), hashes.toArray(String[]::new));
    }

    List<AuditEntryRecord> sealedAfter(long position, int limit) {
        return db.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.POSITION.gt(position))
                .orderBy(AUDIT_ENTRY.POSITION)
                .limit(limit)
                .fetch();
    }

    /// The latest first.
    List<AuditEntry> list(AuditFilter filter, @Nullable Cursor after, int limit) {
        return db.selectFrom(AUDIT_ENTRY)
                .where(conditions(filter, after))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .fetch(AuditStore::entry);
    }

    private static List<Condition> conditions(AuditFilter filter, @Nullable Cursor after) {
        var conditions = new ArrayList<Condition>();
        if (filter.login() != null) {
            conditions.add(AUDIT_ENTRY.AUTHOR_LOGIN.eq(filter.login()));
        }
        if (filter.kind() != null) {
            conditions.add(AUDIT_ENTRY.KIND.eq(filter.kind().name()));
        }
        if (filter.subject() != null) {
            conditions.add(AUDIT_ENTRY.SUBJECT.eq(filter.subject()));
        }
        if (filter.from() != null) {
            conditions.add(AUDIT_ENTRY.RECORDED_AT.ge(at(filter.from())));
        }
        if (filter.until() != null) {
            conditions.add(AUDIT_ENTRY.RECORDED_AT.lt(at(filter.until())));
        }
        if (after != null) {
            conditions.add(AUDIT_ENTRY.ID.lt(after.number(0)));
        }
        return conditions;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(AuditEntryRecord row) {
        return new AuditEntry(
                row.getId(),
                row.getRecordedAt().toInstant(),
                row.getAuthorLogin(),
                row.getAuthorName(),
                AuditKind.valueOf(row.getKind()),
                row.getSubject(),
                row.getLabel(),
                values(row.getBefore()),
                values(row.getAfter()),
                row.getPosition(),
                row.getHash());
    }

    private static @Nullable Map<String, String> values(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var values = new LinkedHashMap<String, String>();
        JSON.readTree(json).forEachEntry((path, value) -> values.put(path, text(value)));
        return values;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asString(value.toString());
        }
        var parts = new ArrayList<String>();
        value.forEach(part -> parts.add(part.asString(part.toString())));
        return String.join(", ", parts);
    }
}
