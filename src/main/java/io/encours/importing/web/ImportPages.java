package io.encours.importing.web;

import io.encours.identity.SignedIn;
import io.encours.importing.Draft;
import io.encours.importing.DraftContent;
import io.encours.importing.Drafts;
import io.encours.importing.ImportFilter;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportMappings;
import io.encours.importing.Imports;
import io.encours.importing.RejectsFile;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Drafts drafts;
    private final ImportMappings mappings;
    private final DraftPages draftPages;

    ImportPages(Imports imports, Drafts drafts, ImportMappings mappings, DraftPages draftPages) {
        this.imports = imports;
        this.drafts = drafts;
        this.mappings = mappings;
        this.draftPages = draftPages;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        readersOnly(user);
        var company = page.company();
        var history = History.of(query, company == null ? null : company.code());
        var slice = imports.list(scope, history.filter(), RUNS, cursor);
        model.addAttribute("page", page);
        model.addAttribute("history", history);
        model.addAttribute(
                "runs",
                slice.items().stream()
                        .map(run -> new RunView(run, List.of(), page))
                        .toList());
        model.addAttribute(
                "more",
                slice.next() == null
                        ? null
                        : history.address().with("cursor", slice.next()).toString());
        if (cursor != null) {
            return "importing/_rows";
        }
        model.addAttribute("kinds", ImportKind.values());
        model.addAttribute("states", ImportFilter.State.values());
        model.addAttribute(
                "waiting",
                company == null
                        ? List.of()
                        : drafts.waiting(scope, user, company.code()).stream()
                                .map(draft -> new DraftView(draft, DraftContent.nothing(), page.today(), page))
                                .toList());
        model.addAttribute("mappings", company == null ? List.of() : mappings.list(scope, company.code(), null));
        return "importing/list";
    }

    /// Files sent without the script of the drop zone.
    @PostMapping
    String start(
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "") String kind,
            SignedIn user,
            Scope scope,
            Page page)
            throws IOException {
        Draft last = null;
        for (var one : file) {
            last = draftPages.keep(one, kind, user, scope, page);
        }
        return last == null || file.size() > 1 ? "redirect:/imports" : "redirect:/imports/drafts/" + last.id();
    }

    @PostMapping("/mappings/{id}/removal")
    String removeMapping(@PathVariable long id, SignedIn user, Scope scope) {
        mappings.delete(scope, user, id);
        return "redirect:/imports";
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

    /// The line of a run in the list, which follows it by itself.
    @GetMapping("/{id}/row")
    String row(@PathVariable long id, SignedIn user, Scope scope, Page page, Model model) {
        readersOnly(user);
        model.addAttribute("page", page);
        model.addAttribute("view", new RunView(imports.get(scope, id), List.of(), page));
        return "importing/_row";
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
