package io.encours.strategy.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.strategy.AssignmentForm;
import io.encours.strategy.Assignments;
import io.encours.strategy.Followed.Basis;
import io.encours.strategy.Strategies;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Règles d’affectation*: the ordered list that says which strategy a customer follows (A6).
@Controller
@RequestMapping("/strategies/rules")
class AssignmentPages {

    private static final String TOAST = "toast";
    private static final String VERSION = "version";

    private final Assignments assignments;
    private final Strategies strategies;
    private final Companies companies;
    private final Scopes scopes;

    AssignmentPages(Assignments assignments, Strategies strategies, Companies companies, Scopes scopes) {
        this.assignments = assignments;
        this.strategies = strategies;
        this.companies = companies;
        this.scopes = scopes;
    }

    @GetMapping
    String show(SignedIn user, Page page, Model model) {
        var form = AssignmentForm.of(assignments.rules(scopes.of(user)));
        return page(form, Map.of(), 0, new Shown(user, page, model));
    }

    private record Shown(SignedIn user, Page page, Model model) {}

    /// First what would change, then the saving; when something is wrong, the list with what was typed.
    @PostMapping
    String save(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var shown = new Shown(user, page, model);
        // Who was told of a newer version may choose to replace that one.
        var expected = version(values.getOrDefault("replaces", values.getOrDefault(VERSION, "0")));
        var form = AssignmentForm.of(values).with(VERSION, String.valueOf(expected));
        var scope = scopes.of(user);
        try {
            var draft = form.draft();
            if ("save".equals(values.get("step"))) {
                var put = assignments.put(user, scope, draft, expected);
                after.addFlashAttribute(
                        TOAST,
                        put.version() == expected
                                ? page.t("strategy.rules.unchanged")
                                : page.t("strategy.rules.saved", put.version()));
                return "redirect:/strategies/rules";
            }
            assignments.check(user, scope, draft, expected);
            return page(form.with("reviewed", "true"), Map.of(), 0, shown);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            var newer = problem.kind() == Problem.Kind.OUTDATED
                    ? assignments.rules(scope).version()
                    : 0;
            return page(form, errors(problem, page), newer, shown);
        }
    }

    private String page(AssignmentForm form, Map<String, String> errors, int newer, Shown shown) {
        var user = shown.user;
        var scope = scopes.of(user);
        var saved = assignments.rules(scope);
        var followers = assignments.followers(scope);
        var view = new AssignmentView(
                new Form(form.values(), errors),
                form.size(),
                usable(companies.of(user), shown.page),
                Stream.concat(
                                Stream.of(new Option("", shown.page.t("strategy.rules.choose"))),
                                strategies.within(scope).stream()
                                        .map(strategy -> new Option(strategy.code(), strategy.label())))
                        .toList(),
                Strategies.mayWrite(user),
                errors.isEmpty() && form.values().containsKey("reviewed"),
                newer,
                saved,
                followers.stream()
                        .filter(one -> one.basis() == Basis.RULE)
                        .collect(Collectors.toMap(
                                Assignments.Followers::rule, Assignments.Followers::customers, Integer::sum)),
                followers.stream()
                        .collect(Collectors.toMap(
                                Assignments.Followers::basis, Assignments.Followers::customers, Integer::sum)));
        shown.model.addAttribute("page", shown.page);
        shown.model.addAttribute("view", view);
        shown.model.addAttribute(TOAST, shown.model.getAttribute(TOAST));
        return "strategy/rules";
    }

    private static List<Option> usable(List<Company> companies, Page page) {
        var usable = new ArrayList<Option>();
        usable.add(new Option("", page.t("strategy.page.everyCompany")));
        companies.forEach(company -> usable.add(new Option(company.code(), company.name())));
        return usable;
    }

    /// By the path of the field; what is about no field under the empty name.
    private static Map<String, String> errors(Problem problem, Page page) {
        var texts = new HashMap<String, String>();
        problem.errors()
                .forEach(error -> texts.putIfAbsent(
                        Objects.equals(error.field(), "rules") ? "" : error.field(),
                        page.t(error.code(), error.arguments().toArray())));
        if (texts.isEmpty()) {
            texts.put("", page.t(problem.code(), problem.arguments().toArray()));
        }
        return texts;
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.unreadable");
        }
    }
}
