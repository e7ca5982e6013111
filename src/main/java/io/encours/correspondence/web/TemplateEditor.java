package io.encours.correspondence.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateKey;
import io.encours.correspondence.TemplatePreviews;
import io.encours.correspondence.Templates;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The editor of a template: which template is meant, and all that its page shows.
@Component
class TemplateEditor {

    /// What every page of a template is about.
    record Shown(SignedIn user, Scope scope, String company, String language, Page page, Model model) {

        TemplateKey key(String code) {
            return new TemplateKey(code, company.isEmpty() ? null : company, language);
        }
    }

    private final Templates templates;
    private final TemplatePreviews previews;
    private final Scopes scopes;
    private final Companies companies;

    TemplateEditor(Templates templates, TemplatePreviews previews, Scopes scopes, Companies companies) {
        this.templates = templates;
        this.previews = previews;
        this.scopes = scopes;
        this.companies = companies;
    }

    String show(@Nullable Template template, String borrowed, Form form, Shown shown) {
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
                list(model.getAttribute(TemplatePages.REMOVED)),
                own.map(words -> templates.saved(List.of(words)).get(words.id())),
                previewed.isEmpty() || !mayPreview(shown.user)
                        ? null
                        : previews.suggested(shown.scope, previewed).orElse(null));
        model.addAttribute("page", page);
        model.addAttribute("view", view);
        model.addAttribute("fields", FieldPanel.of(page));
        model.addAttribute("behind", own.flatMap(templates::behind).isPresent());
        model.addAttribute(TemplatePages.TOAST, model.getAttribute(TemplatePages.TOAST));
        return "correspondence/editor";
    }

    /// Who only reads sends nothing, a text to be looked at neither.
    private static boolean mayPreview(SignedIn user) {
        return user.role() != Role.EXECUTIVE && user.role() != Role.GUEST;
    }

    /// With this code in the language asked for, else in the user's, else in any.
    Template existing(Shown shown, String code) {
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

    static boolean isOwn(Template template, Shown shown) {
        return template.version() > 0
                && Objects.requireNonNullElse(template.company(), "").equals(shown.company);
    }

    private List<Option> companies(Shown shown) {
        var options = new ArrayList<Option>();
        options.add(new Option("", shown.page.t("correspondence.page.everyCompany")));
        companies.within(shown.scope).forEach(company -> options.add(new Option(company.code(), company.name())));
        return options;
    }

    Shown shown(@Nullable String company, @Nullable String language, SignedIn user, Page page, Model model) {
        var scope = scopes.of(user);
        var code = company == null ? TemplateListPage.companyInView(companies, scope, page) : company;
        return new Shown(
                user, scope, code, language == null || language.isBlank() ? page.language() : language, page, model);
    }

    private static Optional<String> inView(Page page) {
        return Optional.ofNullable(page.company()).map(Page.Choice::code);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(@Nullable Object attribute) {
        return attribute == null ? List.of() : (List<T>) attribute;
    }
}
