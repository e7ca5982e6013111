package io.encours.correspondence.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.correspondence.Channel;
import io.encours.correspondence.Template;
import io.encours.correspondence.Template.Origin;
import io.encours.correspondence.Templates;
import io.encours.correspondence.web.TemplateListView.Group;
import io.encours.correspondence.web.TemplateListView.Row;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.strategy.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Modèles*: what a company writes with.
@Controller
class TemplateListPage {

    /// As a reminder goes on: by stage, by firmness, what is taken only by its code last.
    private static final Comparator<Template> IN_ORDER = Comparator.comparing(Template::stage)
            .thenComparing(Template::level, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Template::label)
            .thenComparing(Template::channel);

    private final Templates templates;
    private final Companies companies;
    private final Scopes scopes;

    TemplateListPage(Templates templates, Companies companies, Scopes scopes) {
        this.templates = templates;
        this.companies = companies;
        this.scopes = scopes;
    }

    /// @param company code; empty: what companies without their own words write with; null: the company in view
    @GetMapping("/templates")
    String list(
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String channel,
            SignedIn user,
            Page page,
            Model model) {
        var scope = scopes.of(user);
        var of = company == null ? companyInView(companies, scope, page) : company;
        var usable = templates.usableBy(
                of.isEmpty() ? null : companies.get(scope, of).id());
        var languages = usable.stream().map(Template::language).distinct().toList();
        var read = language == null || !languages.contains(language) ? page.language() : language;
        var shown = usable.stream()
                .filter(template -> template.language().equals(read))
                .filter(template ->
                        channel.isEmpty() || template.channel().name().equals(channel))
                .sorted(IN_ORDER)
                .toList();
        var saved = templates.saved(shown);
        var groups = Arrays.stream(Purpose.values())
                .map(purpose -> new Group(
                        purpose,
                        shown.stream()
                                .filter(template -> template.purpose() == purpose)
                                .map(template -> new Row(template, Optional.ofNullable(saved.get(template.id()))))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        var view = new TemplateListView(
                of,
                read,
                channel,
                choices(scope, page),
                TemplateChoices.inOrder(languages.stream(), page),
                Arrays.stream(Channel.values())
                        .map(one -> new Option(one.name(), page.t(one.messageKey())))
                        .toList(),
                groups,
                templates.retired(scope, of).stream()
                        .filter(template -> template.language().equals(read))
                        .filter(template -> templates.behind(template).isEmpty())
                        .toList(),
                shown.size(),
                (int) shown.stream()
                        .filter(template -> template.origin() != Origin.ENCOURS)
                        .count(),
                Templates.mayWrite(user) && (!of.isEmpty() || Templates.mayWriteForAll(user)));
        model.addAttribute("page", page);
        model.addAttribute("view", view);
        model.addAttribute("toast", model.getAttribute("toast"));
        return "correspondence/list";
    }

    /// Empty for those who see no customer of it: they may still read what is common to all.
    static String companyInView(Companies companies, Scope scope, Page page) {
        var inView = page.company();
        return inView == null
                ? ""
                : companies.within(scope).stream()
                        .map(Company::code)
                        .filter(inView.code()::equals)
                        .findFirst()
                        .orElse("");
    }

    private List<Option> choices(Scope scope, Page page) {
        var options = new ArrayList<Option>();
        companies.within(scope).forEach(company -> options.add(new Option(company.code(), company.name())));
        options.add(new Option("", page.t("correspondence.page.everyCompany")));
        return options;
    }
}
