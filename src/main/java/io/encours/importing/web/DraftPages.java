package io.encours.importing.web;

import io.encours.identity.SignedIn;
import io.encours.importing.Draft;
import io.encours.importing.Drafts;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.Imports;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Files that were sent and are not imported yet: their columns, their first lines, what their import would do.
@Controller
@RequestMapping("/imports/drafts")
class DraftPages {

    private final Drafts drafts;
    private final Imports imports;

    DraftPages(Drafts drafts, Imports imports) {
        this.drafts = drafts;
        this.imports = imports;
    }

    /// One file, sent by the script of the drop zone; answers with its row.
    @PostMapping
    String keep(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kind,
            SignedIn user,
            Scope scope,
            Page page,
            Model model)
            throws IOException {
        var draft = keep(file, kind, user, scope, page);
        model.addAttribute("page", page);
        model.addAttribute("view", DraftPages.view(draft, drafts, scope, page));
        return "importing/_draftRow";
    }

    Draft keep(MultipartFile file, String kind, SignedIn user, Scope scope, Page page) throws IOException {
        var company = page.company();
        if (company == null) {
            throw Problem.notFound("company.problem.none");
        }
        if (file.isEmpty()) {
            throw Problem.refused("importing.page.problem.noFile");
        }
        var name = Optional.ofNullable(file.getOriginalFilename())
                .filter(given -> !given.isBlank())
                .orElse("import");
        try (var content = file.getInputStream()) {
            return drafts.keep(
                    scope, user, company.code(), name, ImportKind.of(kind).orElse(null), content);
        }
    }

    /// Imports all of these, customers before items before payments.
    @PostMapping("/run")
    String startAll(@RequestParam(defaultValue = "") List<Long> draft, SignedIn user, Scope scope) {
        drafts.start(scope, user, draft);
        return "redirect:/imports";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, SignedIn user, Scope scope, Page page, Model model) {
        readersOnly(user);
        var draft = drafts.get(scope, id);
        var run = draft.runId();
        if (run != null) {
            return "redirect:/imports/" + run;
        }
        model.addAttribute("page", page);
        model.addAttribute("view", view(draft, drafts, scope, page));
        model.addAttribute("kinds", ImportKind.values());
        return "importing/draft";
    }

    /// What the mapping screen says.
    @PostMapping("/{id}")
    String say(@PathVariable long id, @RequestParam Map<String, String> form, SignedIn user, Scope scope, Page page) {
        var draft = drafts.get(scope, id);
        drafts.say(scope, user, id, DraftForm.of(form, draft, page.today()));
        return "redirect:/imports/drafts/" + id;
    }

    /// Starts the dry run behind the figures.
    @PostMapping("/{id}/check")
    String check(@PathVariable long id, SignedIn user, Scope scope, Page page, Model model) {
        drafts.check(scope, user, id);
        return follow(drafts.get(scope, id), scope, page, model)
                .orElseThrow(() -> Problem.notFound("importing.problem.unknownDraft"));
    }

    /// Nothing when the reading of the file was changed meanwhile: the page with the next dry run is on its way.
    @GetMapping("/{id}/check")
    @Nullable
    String follow(
            @PathVariable long id, SignedIn user, Scope scope, Page page, Model model, HttpServletResponse response) {
        readersOnly(user);
        var found = follow(drafts.get(scope, id), scope, page, model);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return found.orElse(null);
    }

    private Optional<String> follow(Draft draft, Scope scope, Page page, Model model) {
        var check = draft.checkId();
        if (check == null) {
            return Optional.empty();
        }
        model.addAttribute("page", page);
        model.addAttribute("draft", draft);
        model.addAttribute("view", new RunView(imports.get(scope, check), List.of(), page));
        return Optional.of("importing/_check");
    }

    @PostMapping("/{id}/run")
    String start(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean confirm, SignedIn user, Scope scope) {
        if (!confirm && settles(drafts.get(scope, id), scope)) {
            throw Problem.refused("importing.problem.confirmList");
        }
        return "redirect:/imports/" + drafts.start(scope, user, id);
    }

    private boolean settles(Draft draft, Scope scope) {
        var check = draft.checkId();
        return draft.fullAsOf() != null
                && check != null
                && imports.get(scope, check).totals(LineOutcome.SETTLED).lines() > 0;
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, SignedIn user, Scope scope) {
        drafts.remove(scope, user, id);
        return "redirect:/imports";
    }

    static DraftView view(Draft draft, Drafts drafts, Scope scope, Page page) {
        return new DraftView(
                draft,
                drafts.content(scope, draft),
                FileDates.in(draft.fileName())
                        .filter(day -> !day.isAfter(page.today()))
                        .orElse(page.today()),
                page);
    }

    private static void readersOnly(SignedIn user) {
        if (!Imports.mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
    }
}
