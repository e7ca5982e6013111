package io.encours.correspondence.web;

import io.encours.correspondence.Template;
import io.encours.correspondence.Templates;
import io.encours.correspondence.web.TemplateEditorView.Said;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The editor of a template (A1). One looks at the words of a company, or of all companies when none is named.
@Controller
@RequestMapping("/templates")
class TemplatePages {

    static final String TOAST = "toast";
    static final String REMOVED = "removed";

    private final Templates templates;
    private final TemplateEditor editor;

    TemplatePages(Templates templates, TemplateEditor editor) {
        this.templates = templates;
        this.editor = editor;
    }

    /// @param from code of a template to begin with
    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            SignedIn user,
            Page page,
            Model model) {
        var shown = editor.shown(company, language, user, page, model);
        var values = new HashMap<String, String>();
        if (from == null) {
            values.putAll(Map.of("channel", "EMAIL", "purpose", "REMINDER", "stage", "AMICABLE"));
            values.put("body", page.t("correspondence.editor.firstText"));
        } else {
            var original = editor.existing(shown, from);
            values.putAll(TemplateForm.of(original, 0));
            values.put("code", original.code() + "-2");
            values.put("label", page.t("correspondence.editor.copyOf", original.label()));
        }
        values.put("version", "0");
        return editor.show(null, "", Form.of(values), shown);
    }

    /// @param restore number of an earlier version to begin with
    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable Integer restore,
            SignedIn user,
            Page page,
            Model model) {
        var shown = editor.shown(company, language, user, page, model);
        var template = editor.existing(shown, code);
        var borrowed = template.language().equals(shown.language()) ? "" : template.language();
        var version = borrowed.isEmpty() && TemplateEditor.isOwn(template, shown) ? template.version() : 0;
        var values = new HashMap<>(TemplateForm.of(template, version));
        if (restore != null) {
            values.putAll(TemplateForm.of(
                    templates.version(shown.scope(), shown.key(code), restore).definition(), version));
            values.put("comment", page.t("correspondence.versions.restored", String.valueOf(restore)));
        }
        return editor.show(template, borrowed, Form.of(values), shown);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var shown = editor.shown(values.get("company"), values.get("language"), user, page, model);
        return save(null, values, shown, after, response);
    }

    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var shown = editor.shown(values.get("company"), values.get("language"), user, page, model);
        var withCode = new HashMap<>(values);
        withCode.put("code", code);
        return save(editor.existing(shown, code), withCode, shown, after, response);
    }

    @PostMapping("/{code}/retirement")
    String retire(
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var shown = editor.shown(values.get("company"), values.get("language"), user, page, model);
        var template = editor.existing(shown, code);
        try {
            templates.retire(user, shown.scope(), shown.key(code), version(values));
            after.addFlashAttribute(TOAST, page.t("correspondence.editor.retired", template.label()));
            return "redirect:" + Links.TEMPLATES;
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            var form = Form.of(TemplateForm.of(template, template.version())).refused(problem, page);
            return editor.show(template, "", form, shown);
        }
    }

    private String save(
            @Nullable Template template,
            Map<String, String> values,
            TemplateEditor.Shown shown,
            RedirectAttributes after,
            HttpServletResponse response) {
        // Who was told of a newer version may choose to replace that one.
        var expected = version(values);
        try {
            var put = templates.put(shown.user(), shown.scope(), TemplateForm.draft(values), expected);
            after.addFlashAttribute(
                    TOAST,
                    put.template().version() == expected
                            ? shown.page().t("correspondence.editor.unchanged")
                            : shown.page()
                                    .t(
                                            "correspondence.editor.saved",
                                            put.template().version()));
            after.addFlashAttribute(REMOVED, put.removed());
            return "redirect:" + Links.of(put.template().code(), shown.company(), shown.language());
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            var kept = new HashMap<>(values);
            kept.put("version", String.valueOf(expected));
            if (problem.kind() == Problem.Kind.OUTDATED && template != null) {
                shown.model().addAttribute("newer", template.version());
            }
            shown.model().addAttribute("flaws", flaws(problem, shown.page()));
            return editor.show(template, "", Form.of(kept).refused(problem, shown.page()), shown);
        }
    }

    private static List<Said> flaws(Problem problem, Page page) {
        return problem.errors().stream()
                .filter(error -> error.code().startsWith("correspondence.flaw."))
                .map(error -> new Said(
                        error.field(),
                        Integer.parseInt(error.arguments().get(0)),
                        Integer.parseInt(error.arguments().get(1)),
                        page.t(error.code(), error.arguments().toArray())))
                .toList();
    }

    private static int version(Map<String, String> values) {
        try {
            return Integer.parseInt(values.getOrDefault("replaces", values.getOrDefault("version", "0")));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.unreadable");
        }
    }
}
