package io.encours.correspondence.web;

import io.encours.company.Scopes;
import io.encours.correspondence.Flaw;
import io.encours.correspondence.TemplatePreviews;
import io.encours.correspondence.web.TemplateEditorView.Said;
import io.encours.identity.SignedIn;
import io.encours.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The parts of the editor that change while somebody writes: the preview, and the customers it can be shown for.
@Controller
class PreviewParts {

    private final TemplatePreviews previews;
    private final Scopes scopes;

    PreviewParts(TemplatePreviews previews, Scopes scopes) {
        this.previews = previews;
        this.scopes = scopes;
    }

    @PostMapping("/templates/preview")
    String preview(@RequestParam Map<String, String> values, SignedIn user, Page page, Model model) {
        var preview = previews.of(
                scopes.of(user),
                TemplateForm.draft(values),
                values.getOrDefault("customerCompany", ""),
                values.getOrDefault("customer", ""));
        model.addAttribute("page", page);
        model.addAttribute("preview", preview);
        model.addAttribute("isLetter", "LETTER".equals(values.get("channel")));
        model.addAttribute(
                "flaws",
                Stream.concat(said("subject", preview.subject(), page), said("body", preview.body(), page))
                        .toList());
        return "correspondence/_preview";
    }

    /// @param company code
    /// @param q part of the name or code
    @GetMapping("/templates/customers")
    String customers(
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String q,
            SignedIn user,
            Page page,
            Model model) {
        model.addAttribute("page", page);
        model.addAttribute(
                "customers", company.isEmpty() ? List.of() : previews.customers(scopes.of(user), company, q));
        return "correspondence/_customers";
    }

    private static Stream<Said> said(String field, List<Flaw> flaws, Page page) {
        return flaws.stream()
                .map(flaw -> new Said(
                        field,
                        flaw.line(),
                        flaw.column(),
                        page.t(flaw.code(), flaw.placed().toArray())));
    }
}
