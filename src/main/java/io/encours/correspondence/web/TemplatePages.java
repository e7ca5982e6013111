package io.encours.correspondence.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateKey;
import io.encours.correspondence.TemplatePreviews;
import io.encours.correspondence.Templates;
import io.encours.correspondence.web.TemplateEditorView.Said;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final String TOAST = "toast";
    private static final String REMOVED = "removed";

    private final Templates templates;
    private final TemplatePreviews previews;
    private final Scopes scopes;
    private final Companies companies;

    TemplatePages(Templates templates, TemplatePreviews previews, Scopes scopes, Companies companies) {
        this.templates = templates;
        this.previews = previews;
        this.scopes = scopes;
        this.companies = companies;
    }

    /// What every page of a template is about.
    private record Shown(SignedIn user, Scope scope, String company, String language, Page page, Model model) {

        TemplateKey key(String code) {
            return new TemplateKey(code, company.isEmpty() ? null : company, language);
        }
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
        var shown = shown(company, language, user, page, model);
        var values = new HashMap<String, String>();
        if (from == null) {
            values.putAll(Map.of("channel", "EMAIL", "purpose", "REMINDER", "stage", "AMICABLE"));
            values.put("body", page.t("correspondence.editor.firstText"));
        } else {
            var original = existing(shown, from);
            values.putAll(TemplateForm.of(original, 0));
            values.put("code", original.code() + "-2");
            values.put("label", page.t("correspondence.editor.copyOf", original.label()));
        }
        values.put("version", "0");
        return editor(null, "", Form.of(values), shown);
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
        var shown = shown(company, language, user, page, model);
        var template = existing(shown, code);
        var borrowed = template.language().equals(shown.language) ? "" : template.language();
        var version = borrowed.isEmpty() && isOwn(template, shown) ? template.version() : 0;
        var values = new HashMap<>(TemplateForm.of(template, version));
        if (restore != null) {
            values.putAll(TemplateForm.of(
                    templates.version(shown.scope, shown.key(code), restore).definition(), version));
            values.put("comment", page.t("correspondence.versions.restored", String.valueOf(restore)));
        }
        return editor(template, borrowed, Form.of(values), shown);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var shown = shown(values.get("company"), values.get("language"), user, page, model);
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
        var shown = shown(values.get("company"), values.get("language"), user, page, model);
        var withCode = new HashMap<>(values);
        withCode.put("code", code);
        return save(existing(shown, code), withCode, shown, after, response);
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
        var shown = shown(values.get("company"), values.get("language"), user, page, model);
        var template = existing(shown, code);
        try {
            templates.retire(user, shown.scope, shown.key(code), version(values));
            after.addFlashAttribute(TOAST, page.t("correspondence.editor.retired", template.label()));
            return "redirect:" + Links.TEMPLATES;
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            var form = Form.of(TemplateForm.of(template, template.version())).refused(problem, page);
            return editor(template, "", form, shown);
        }
    }

    private String save(
            @Nullable Template template,
            Map<String, String> values,
            Shown shown,
            RedirectAttributes after,
            HttpServletResponse response) {
        // Who was told of a newer version may choose to replace that one.
        var expected = version(values);
        try {
            var put = templates.put(shown.user, shown.scope, TemplateForm.draft(values), expected);
            after.addFlashAttribute(
                    TOAST,
                    put.template().version() == expected
                            ? shown.page.t("correspondence.editor.unchanged")
                            : shown.page.t(
                                    "correspondence.editor.saved",
                                    put.template().version()));
            after.addFlashAttribute(REMOVED, put.removed());
            return "redirect:" + Links.of(put.template().code(), shown.company, shown.language);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            var kept = new HashMap<>(values);
            kept.put("version", String.valueOf(expected));
            if (problem.kind() == Problem.Kind.OUTDATED && template != null) {
                shown.model.addAttribute("newer", template.version());
            }
            shown.model.addAttribute("flaws", flaws(problem, shown.page));
            return editor(template, "", Form.of(kept).refused(problem, shown.page), shown);
        }
    }

    private String editor(@Nullable Template template, String borrowed, Form form, Shown shown) {
        var page = shown.page;
        var model = shown.model;
        var usable = usable(shown);
        var languages = TemplateChoices.inOrder(
                usable.stream()
                        .filter(one -> template != null && one.code().equals(template.code()))
                        .map(Template::language),
                page);
        var own = Optional.ofNullable(template).filter(words -> borrowed.isEmpty() && isOwn(words, shown));
        var previewed = shown.company.isEmpty() ? inView(page).orElse("") : shown.company;
        var view = new TemplateEditorView(
                template,
                shown.company,
                companies.find(shown.company).map(Company::name).orElse(page.t("correspondence.page.everyCompany")),
                shown.language,
                form,
                Templates.mayWrite(shown.user) && (!shown.company.isEmpty() || Templates.mayWriteForAll(shown.user)),
                own.isPresent(),
                borrowed.isEmpty()
                        ? ""
                        : Locale.forLanguageTag(borrowed)
                                .getDisplayName(page.formats().locale()),
                companies(shown),
                languages,
                TemplateChoices.of(page),
                (int) Objects.requireNonNullElse(model.getAttribute("newer"), 0),
                list(model.getAttribute("flaws")),
                list(model.getAttribute(REMOVED)),
                own.map(words -> templates.saved(List.of(words)).get(words.id())),
                previewed.isEmpty() || !mayPreview(shown.user)
                        ? null
                        : previews.suggested(shown.scope, previewed).orElse(null));
        model.addAttribute("page", page);
        model.addAttribute("view", view);
        model.addAttribute("fields", FieldPanel.of(page));
        model.addAttribute("behind", own.flatMap(templates::behind).isPresent());
        model.addAttribute(TOAST, model.getAttribute(TOAST));
        return "correspondence/editor";
    }

    /// Who only reads sends nothing, a text to be looked at neither.
    private static boolean mayPreview(SignedIn user) {
        return user.role() != Role.EXECUTIVE && user.role() != Role.GUEST;
    }

    /// With this code in the language asked for, else in the user's, else in any.
    private Template existing(Shown shown, String code) {
        var withCode = usable(shown).stream()
                .filter(template -> template.code().equals(code))
                .toList();
        return Stream.of(shown.language, shown.page.language())
                .flatMap(language ->
                        withCode.stream().filter(template -> template.language().equals(language)))
                .findFirst()
                .or(() -> withCode.stream().findFirst())
                .orElseGet(() -> templates.get(shown.scope, shown.key(code)));
    }

    private List<Template> usable(Shown shown) {
        return templates.usableBy(
                shown.company.isEmpty()
                        ? null
                        : companies.get(shown.scope, shown.company).id());
    }

    private static boolean isOwn(Template template, Shown shown) {
        return template.version() > 0
                && Objects.requireNonNullElse(template.company(), "").equals(shown.company);
    }

    private List<Option> companies(Shown shown) {
        var options = new ArrayList<Option>();
        options.add(new Option("", shown.page.t("correspondence.page.everyCompany")));
        companies.within(shown.scope).forEach(company -> options.add(new Option(company.code(), company.name())));
        return options;
    }

    private Shown shown(@Nullable String company, @Nullable String language, SignedIn user, Page page, Model model) {
        var scope = scopes.of(user);
        var code = company == null ? TemplateListPage.companyInView(companies, scope, page) : company;
        return new Shown(
                user, scope, code, language == null || language.isBlank() ? page.language() : language, page, model);
    }

    private static Optional<String> inView(Page page) {
        return Optional.ofNullable(page.company()).map(Page.Choice::code);
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

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(@Nullable Object attribute) {
        return attribute == null ? List.of() : (List<T>) attribute;
    }

    private static int version(Map<String, String> values) {
        try {
            return Integer.parseInt(values.getOrDefault("replaces", values.getOrDefault("version", "0")));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.unreadable");
        }
    }
}
