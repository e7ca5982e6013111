package io.encours.strategy.web;

import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyForm;
import io.encours.strategy.TemplateDoubts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Stratégies*: the list and the editor (A2). Strategies are settings: one sees those of all one's companies,
/// whichever
/// is in view.
@Controller
@RequestMapping("/strategies")
class StrategyPages {

    private static final String PATH = "/strategies";
    private static final String TOAST = "toast";
    private static final String VERSION = "version";

    private final Strategies strategies;
    private final Scopes scopes;
    private final Companies companies;
    private final TemplateDoubts templates;

    StrategyPages(Strategies strategies, Scopes scopes, Companies companies, TemplateDoubts templates) {
        this.strategies = strategies;
        this.scopes = scopes;
        this.companies = companies;
        this.templates = templates;
    }

    @GetMapping
    String list(SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("listed", strategies.list(scopes.of(user)));
        model.addAttribute("mayWrite", Strategies.mayWrite(user));
        return "strategy/list";
    }

    /// @param from code of a strategy to begin with
    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable String from, SignedIn user, Page page, Model model) {
        if (from == null) {
            var oneAction = StrategyForm.of(Map.of(VERSION, "0", "actions[0].code", ""));
            return editor(null, oneAction, new Shown(user, page, model));
        }
        var original = strategies.get(scopes.of(user), from);
        var copy = StrategyForm.of(original)
                .with("code", original.code() + "-2")
                .with("label", page.t("strategy.editor.copyOf", original.label()))
                .with("default", "false")
                .with(VERSION, "0");
        return editor(null, copy, new Shown(user, page, model));
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var code = values.getOrDefault("code", "").strip();
        return save(null, code, values, new Shown(user, page, model), after, response);
    }

    /// @param restore number of an earlier version to begin with
    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer restore,
            SignedIn user,
            Page page,
            Model model) {
        var scope = scopes.of(user);
        var strategy = strategies.get(scope, code);
        var form = restore == null
                ? StrategyForm.of(strategy)
                : StrategyForm.of(strategies.version(scope, code, restore).definition())
                        .with("comment", page.t("strategy.versions.restored", String.valueOf(restore)));
        return editor(strategy, form.with(VERSION, String.valueOf(strategy.version())), new Shown(user, page, model));
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
        var strategy = strategies.get(scopes.of(user), code);
        return save(strategy, code, values, new Shown(user, page, model), after, response);
    }

    private record Shown(SignedIn user, Page page, Model model) {}

    /// First what would change, then the saving; when something is wrong, the editor with what was typed.
    private String save(
            @Nullable Strategy strategy,
            String code,
            Map<String, String> values,
            Shown shown,
            RedirectAttributes after,
            HttpServletResponse response) {
        // Who was told of a newer version may choose to replace that one.
        var expected = version(values.getOrDefault("replaces", values.getOrDefault(VERSION, "0")));
        var form = StrategyForm.of(values).with("code", code).with(VERSION, String.valueOf(expected));
        var scope = scopes.of(shown.user);
        try {
            var draft = form.draft(code);
            if ("save".equals(values.get("step"))) {
                var put = strategies.put(shown.user, scope, code, draft, expected);
                after.addFlashAttribute(TOAST, said(put.strategy(), expected, scope, shown.page));
                return "redirect:" + PATH + "/" + Address.part(code);
            }
            strategies.check(shown.user, scope, code, draft, expected);
            return editor(strategy, form.with("reviewed", "true"), shown);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            shown.model.addAttribute("errors", errors(problem, shown.page));
            shown.model.addAttribute(
                    "newer",
                    problem.kind() == Problem.Kind.OUTDATED && strategy != null
                            ? strategies.get(scope, code).version()
                            : 0);
            return editor(strategy, form, shown);
        }
    }

    private String said(Strategy saved, int expected, Scope scope, Page page) {
        return saved.version() == expected
                ? page.t("strategy.editor.unchanged")
                : page.t("strategy.editor.saved", saved.version(), strategies.followers(scope, saved));
    }

    private String editor(@Nullable Strategy strategy, StrategyForm form, Shown shown) {
        var model = shown.model;
        var scope = scopes.of(shown.user);
        @SuppressWarnings("unchecked")
        var errors = (Map<String, String>) Objects.requireNonNullElse(model.getAttribute("errors"), Map.of());
        var listed = strategy == null
                ? Optional.<Strategies.Listed>empty()
                : strategies.list(scope).stream()
                        .filter(one -> one.strategy().id() == strategy.id())
                        .findFirst();
        var view = new EditorView(
                strategy,
                new Form(form.values(), errors),
                form.size(),
                StrategyChoices.of(
                        companies.of(shown.user),
                        templates.usableBy(
                                scope,
                                form.values().getOrDefault("company", ""),
                                shown.page.formats().locale()),
                        shown.page),
                Strategies.mayWrite(shown.user),
                errors.isEmpty() && form.values().containsKey("reviewed"),
                (int) Objects.requireNonNullElse(model.getAttribute("newer"), 0),
                listed.map(Strategies.Listed::customers).orElse(0),
                listed.flatMap(Strategies.Listed::saved));
        model.addAttribute("page", shown.page);
        model.addAttribute("view", view);
        model.addAttribute(TOAST, model.getAttribute(TOAST));
        return "strategy/editor";
    }

    /// By the path of the field; what is about no field under the empty name.
    private static Map<String, String> errors(Problem problem, Page page) {
        var texts = new LinkedHashMap<String, String>();
        problem.errors()
                .forEach(error -> texts.putIfAbsent(
                        error.field(), page.t(error.code(), error.arguments().toArray())));
        if (texts.isEmpty()) {
            var text = page.t(problem.code(), problem.arguments().toArray());
            var aboutTheCode = problem.code().startsWith("strategy.problem.code");
            texts.put(aboutTheCode ? "code" : "", text);
        }
        return new HashMap<>(texts);
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.unreadable");
        }
    }
}
