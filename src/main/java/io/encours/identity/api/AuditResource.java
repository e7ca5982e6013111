package io.encours.identity.api;

import io.encours.identity.Audit;
import io.encours.identity.AuditEntry;
import io.encours.identity.AuditFilter;
import io.encours.identity.AuditKind;
import io.encours.platform.Paging;
import io.encours.platform.Slice;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who changed what; for administrators only (`AccessRules`).
@RestController
@RequestMapping("/api/v1/audit")
class AuditResource {

    /// @param who login; empty: Encours itself
    /// @param before fields that changed, by path; null: it was not there
    /// @param position in the chain; null: not sealed yet
    record EntryView(
            long id,
            Instant at,
            String who,
            String name,
            AuditKind kind,
            String subject,
            String label,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after,
            @Nullable Long position,
            @Nullable String hash) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.login(),
                    entry.author(),
                    entry.kind(),
                    entry.subject(),
                    entry.label(),
                    entry.before(),
                    entry.after(),
                    entry.position(),
                    entry.hash());
        }
    }

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    /// @param from instant, inclusive
    /// @param to instant, exclusive
    @GetMapping
    Slice<EntryView> list(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Paging paging) {
        var part = audit.list(new AuditFilter(who, kind, subject, from, to), paging);
        return new Slice<>(part.items().stream().map(EntryView::of).toList(), part.next());
    }
}
