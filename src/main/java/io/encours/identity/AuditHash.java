package io.encours.identity;

import encours.db.identity.tables.records.AuditEntryRecord;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The hash of an entry: SHA-256 of the hash before it and of its own content, each field with its length so that no
/// two entries read the same.
final class AuditHash {

    /// What the first entry is chained to.
    static final String BEGINNING = "0".repeat(64);

    private AuditHash() {}

    static String of(String previous, long position, AuditEntryRecord entry) {
        var content = new StringBuilder();
        add(content, previous);
        add(content, position);
        add(content, entry.getId());
        add(content, entry.getRecordedAt().toInstant().truncatedTo(ChronoUnit.MICROS));
        add(content, entry.getAuthorId());
        add(content, entry.getAuthorLogin());
        add(content, entry.getAuthorName());
        add(content, entry.getKind());
        add(content, entry.getSubject());
        add(content, entry.getLabel());
        add(content, entry.getBefore());
        add(content, entry.getAfter());
        return Users.hash(content.toString());
    }

    private static void add(StringBuilder content, @Nullable Object value) {
        var text = Objects.toString(value, null);
        content.append(text == null ? "-" : text.length() + ":" + text).append('\n');
    }
}
