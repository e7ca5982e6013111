package io.encours.importing.api;

import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.RejectsFile;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Texts;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports: send a file, follow it, get its report and its rejects (I1, I2).
@RestController
@RequestMapping("/api/v1/imports")
class ImportResource {

    private static final int LIMIT = 1_000;

    private final Imports imports;
    private final Texts texts;

    ImportResource(Imports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /// The run that was started.
    record Started(String id) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Started> start(
            Scope scope,
            SignedIn user,
            @RequestParam MultipartFile file,
            @RequestParam String company,
            @RequestParam Optional<String> kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "") String mapping,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "delta") String mode,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> asOf)
            throws IOException {
        if (!mode.equals("delta") && !mode.equals("full")) {
            throw Problem.invalid("mode", "importing.problem.mode", mode);
        }
        var known = kind.filter(label -> !label.isBlank())
                .map(label -> ImportKind.of(label)
                        .orElseThrow(() -> Problem.invalid("kind", "importing.problem.kind", label)));
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "import.txt");
        try (var content = file.getInputStream()) {
            var id = imports.start(
                    scope,
                    user,
                    new Upload(
                            company,
                            known.orElse(null),
                            name,
                            dryRun,
                            sheet,
                            mapping,
                            mode.equals("full"),
                            asOf.orElse(null)),
                    content);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + id))
                    .body(new Started(String.valueOf(id)));
        }
    }

    @GetMapping
    Slice<ImportReport> list(
            Scope scope,
            Locale locale,
            @RequestParam Optional<String> company,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<String> cursor) {
        var runs = imports.list(scope, company.orElse(null), Math.clamp(limit, 1, LIMIT), cursor.orElse(null));
        return new Slice<>(
                runs.items().stream()
                        .map(run -> ImportReport.of(run, List.of(), texts, locale))
                        .toList(),
                runs.next());
    }

    @GetMapping("/{id}")
    ImportReport show(Scope scope, Locale locale, @PathVariable long id) {
        var run = imports.get(scope, id);
        var errors = run.totals(ImportRun.LineOutcome.REJECTED).lines() == 0
                ? List.<ImportRun.Reject>of()
                : imports.errors(scope, id);
        return ImportReport.of(run, errors, texts, locale);
    }

    @GetMapping("/{id}/rejects")
    ResponseEntity<byte[]> rejects(Scope scope, Locale locale, @PathVariable long id) {
        var rejects = imports.rejects(scope, id, locale);
        return ResponseEntity.ok()
                .contentType(mediaType(rejects))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(rejects.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(rejects.bytes());
    }

    private static MediaType mediaType(RejectsFile file) {
        var type = MediaType.parseMediaType(file.mediaType());
        return type.getType().equals("text") ? new MediaType(type, file.charset()) : type;
    }
}
