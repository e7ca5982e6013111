package io.encours.importing.web;

import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.RejectsFile;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Sending a file, following it live, and its report (I2).
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int RUNS = 50;
    private static final int REJECTS = 200;

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        readersOnly(user);
        var slice = imports.list(scope, null, RUNS, cursor);
        model.addAttribute("page", page);
        model.addAttribute(
                "runs",
                slice.items().stream()
                        .map(run -> new RunView(run, List.of(), page))
                        .toList());
        model.addAttribute("more", slice.next() == null ? null : "/imports?cursor=" + slice.next());
        model.addAttribute("kinds", ImportKind.values());
        return cursor == null ? "importing/list" : "importing/_rows";
    }

    @PostMapping
    String start(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            SignedIn user,
            Scope scope,
            Page page)
            throws IOException {
        var company = page.company();
        if (company == null) {
            throw Problem.notFound("company.problem.none");
        }
        if (file.isEmpty()) {
            throw Problem.refused("importing.page.problem.noFile");
        }
        var name = file.getOriginalFilename();
        var upload = new Upload(
                company.code(),
                kind.isBlank() ? null : ImportKind.of(kind).orElse(null),
                name == null || name.isBlank() ? file.getName() : name,
                dryRun);
        try (var content = file.getInputStream()) {
            return "redirect:/imports/" + imports.start(scope, user, upload, content);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, SignedIn user, Scope scope, Page page, Model model) {
        run(id, user, scope, page, model);
        return "importing/show";
    }

    /// The part of the page that follows the run.
    @GetMapping("/{id}/run")
    String follow(@PathVariable long id, SignedIn user, Scope scope, Page page, Model model) {
        run(id, user, scope, page, model);
        return "importing/_run";
    }

    @GetMapping("/{id}/rejects")
    ResponseEntity<byte[]> rejects(@PathVariable long id, SignedIn user, Scope scope, Locale locale) {
        readersOnly(user);
        var file = imports.rejects(scope, id, locale);
        return ResponseEntity.ok()
                .contentType(mediaType(file))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    private void run(long id, SignedIn user, Scope scope, Page page, Model model) {
        readersOnly(user);
        var run = imports.get(scope, id);
        var rejects = run.isRunning()
                ? List.<io.encours.importing.ImportRun.Reject>of()
                : imports.errors(scope, id).stream().limit(REJECTS).toList();
        model.addAttribute("page", page);
        model.addAttribute("view", new RunView(run, rejects, page));
    }

    private static void readersOnly(SignedIn user) {
        if (!Imports.mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
    }

    private static MediaType mediaType(RejectsFile file) {
        var type = MediaType.parseMediaType(file.mediaType());
        return type.getType().equals("text") ? new MediaType(type, file.charset()) : type;
    }
}
