package io.encours.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the audit trail is narrowed to; null: not narrowed.
///
/// @param login of the author
/// @param subject as the outside names it, whole
/// @param until exclusive
public record AuditFilter(
        @Nullable String login,
        @Nullable AuditKind kind,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
