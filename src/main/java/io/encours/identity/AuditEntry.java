package io.encours.identity;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A change that was made.
///
/// @param login of the author then; empty: Encours itself
/// @param subject what was changed, as the outside names it: a login, a code, an id
/// @param before values of the fields that changed, by path, in JSON; null: it was not there
/// @param after the same; null: it is gone
/// @param position in the chain, from 1; null: not sealed yet
public record AuditEntry(
        long id,
        Instant at,
        String login,
        String author,
        AuditKind kind,
        String subject,
        String label,
        @Nullable Map<String, String> before,
        @Nullable Map<String, String> after,
        @Nullable Long position,
        @Nullable String hash) {

    /// One field, with what it was and what it is; null: nothing.
    public record Field(
            String path, @Nullable String before, @Nullable String after) {}

    public enum Act {
        CREATED,
        CHANGED,
        REMOVED
    }

    public Act act() {
        return before == null ? Act.CREATED : after == null ? Act.REMOVED : Act.CHANGED;
    }

    public List<Field> fields() {
        var old = before == null ? Map.<String, String>of() : before;
        var now = after == null ? Map.<String, String>of() : after;
        var paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .map(path -> new Field(path, old.get(path), now.get(path)))
                .toList();
    }
}
