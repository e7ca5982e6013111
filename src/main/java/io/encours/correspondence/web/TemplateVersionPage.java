package io.encours.correspondence.web;

import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.correspondence.TemplateKey;
import io.encours.correspondence.Templates;
import io.encours.correspondence.Templates.Version;
import io.encours.identity.SignedIn;
import io.encours.platform.web.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The versions of a template: who saved which and why, and what changed in it.
@Controller
class TemplateVersionPage {

    private final Templates templates;
    private final Companies companies;
    private final Scopes scopes;

    TemplateVersionPage(Templates templates, Companies companies, Scopes scopes) {
        this.templates = templates;
        this.companies = companies;
        this.scopes = scopes;
    }

    /// @param version number of the one to look at; null: the last
    @GetMapping("/templates/{code}/versions")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable Integer version,
            SignedIn user,
            Page page,
            Model model) {
        var scope = scopes.of(user);
        var of = company == null ? TemplateListPage.companyInView(companies, scope, page) : company;
        var read = language == null ? page.language() : language;
        var key = new TemplateKey(code, of.isEmpty() ? null : of, read);
        var versions = templates.versions(scope, key);
        var template = templates.get(scope, key);
        var looked = versions.stream()
                .filter(one -> Objects.equals(one.definition().version(), version))
                .findFirst()
                .or(() -> versions.stream().findFirst());
        model.addAttribute("page", page);
        model.addAttribute("template", template);
        model.addAttribute("versions", versions);
        model.addAttribute("looked", looked.orElse(null));
        model.addAttribute(
                "changes",
                looked.map(one -> changes(
                                versions,
                                one,
                                templates
                                        .behind(one.definition())
                                        .map(behind -> behind.subject() + "\n" + behind.body())
                                        .orElse("")))
                        .orElse(List.of()));
        model.addAttribute("path", Links.of(code, of, read));
        model.addAttribute("here", Links.of(code, "/versions", of, read));
        model.addAttribute("mayWrite", Templates.mayWrite(user) && (!of.isEmpty() || Templates.mayWriteForAll(user)));
        return "correspondence/versions";
    }

    /// Against the version before it; the first against what it took the place of.
    private static List<TextChange> changes(List<Version> versions, Version looked, String behind) {
        var before = versions.stream()
                .filter(one -> one.definition().version() < looked.definition().version())
                .findFirst()
                .map(one -> one.definition().subject() + "\n" + one.definition().body())
                .orElse(behind);
        return TextChange.between(
                before,
                looked.definition().subject() + "\n" + looked.definition().body());
    }
}
