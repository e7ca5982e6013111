package io.encours.importing.api;

import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportMapping;
import io.encours.importing.ImportMappings;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Layout.DateOrder;
import io.encours.importing.layout.Layout.DecimalMark;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Kept mappings of columns over HTTP (I1).
@RestController
@RequestMapping("/api/v1/import-mappings")
class ImportMappingResource {

    private final ImportMappings mappings;

    ImportMappingResource(ImportMappings mappings) {
        this.mappings = mappings;
    }

    /// A mapping as it is sent.
    ///
    /// @param columns name of the file's column by field; `debit` and `credit`, or `amount` with `sense`, in place
    ///     of a signed `amount`
    /// @param inverted amounts have the other sign
    record Draft(
            @Nullable String company,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<String> header,
            @Nullable Map<String, String> columns,
            @Nullable Boolean inverted,
            @Nullable DateOrder dates,
            @Nullable DecimalMark decimals) {}

    /// A mapping as it is answered.
    record Kept(
            String id,
            String company,
            String kind,
            String name,
            List<String> header,
            Map<String, String> columns,
            boolean inverted,
            DateOrder dates,
            DecimalMark decimals,
            @Nullable String changedBy,
            Instant changedAt) {

        static Kept of(ImportMapping mapping) {
            var layout = mapping.layout();
            return new Kept(
                    String.valueOf(mapping.id()),
                    mapping.company(),
                    mapping.kind().label(),
                    mapping.name(),
                    mapping.header(),
                    layout.columns(),
                    layout.inverted(),
                    layout.dates(),
                    layout.decimals(),
                    mapping.changedBy(),
                    mapping.changedAt());
        }
    }

    @GetMapping
    Slice<Kept> list(Scope scope, @RequestParam Optional<String> company, @RequestParam Optional<String> kind) {
        return new Slice<>(
                mappings
                        .list(
                                scope,
                                company.orElse(null),
                                kind.map(ImportMappingResource::kind).orElse(null))
                        .stream()
                        .map(Kept::of)
                        .toList(),
                null);
    }

    @PostMapping
    ResponseEntity<Kept> save(Scope scope, SignedIn user, @RequestBody Draft draft) {
        var layout = new Layout(
                Objects.requireNonNullElse(draft.columns(), Map.of()),
                Boolean.TRUE.equals(draft.inverted()),
                Objects.requireNonNullElse(draft.dates(), DateOrder.DAY_FIRST),
                Objects.requireNonNullElse(draft.decimals(), DecimalMark.EITHER));
        var kept = mappings.save(
                scope,
                user,
                Objects.requireNonNullElse(draft.company(), ""),
                kind(Objects.requireNonNullElse(draft.kind(), "")),
                Objects.requireNonNullElse(draft.name(), ""),
                Objects.requireNonNullElse(draft.header(), List.of()),
                layout);
        return ResponseEntity.created(URI.create("/api/v1/import-mappings/" + kept.id()))
                .body(Kept.of(kept));
    }

    @GetMapping("/{id}")
    Kept show(Scope scope, @PathVariable long id) {
        return Kept.of(mappings.get(scope, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Scope scope, SignedIn user, @PathVariable long id) {
        mappings.delete(scope, user, id);
    }

    private static ImportKind kind(String label) {
        return ImportKind.of(label).orElseThrow(() -> Problem.invalid("kind", "importing.problem.kind", label));
    }
}
