package io.encours.worklist.web;

import io.encours.company.Absences;
import io.encours.identity.Arrangement;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Columns;
import io.encours.platform.web.Page;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyAction;
import io.encours.worklist.Presentation;
import io.encours.worklist.Supervisor;
import io.encours.worklist.Upcoming;
import io.encours.worklist.web.SupervisorView.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The supervisor (S1–S5): the page, and its parts that are asked for on their own.
@Controller
@RequestMapping("/supervisor")
class SupervisorPage {

    private static final Columns COLUMNS = Columns.of("supervisor")
            .further("date", "worklist.page.documentDate")
            .usual("due", "worklist.page.dueDate")
            .usual("late", "worklist.page.lateness")
            .further("method", "worklist.page.paymentMethod")
            .further("stage", "worklist.filter.stage")
            .usual("action", "worklist.page.action");

    private final Supervisor supervisor;
    private final Groups groups;
    private final FilterChips chips;
    private final Upcoming upcoming;
    private final Absences absences;
    private final Arrangement arrangement;
    private final Strategies strategies;

    SupervisorPage(
            Supervisor supervisor,
            Groups groups,
            FilterChips chips,
            Upcoming upcoming,
            Absences absences,
            Arrangement arrangement,
            Strategies strategies) {
        this.supervisor = supervisor;
        this.groups = groups;
        this.chips = chips;
        this.upcoming = upcoming;
        this.absences = absences;
        this.arrangement = arrangement;
        this.strategies = strategies;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> parameters, SignedIn user, Scope scope, Page page, Model model) {
        if (page.company() == null) {
            return "redirect:/"; // which says what is missing
        }
        var asked = FilterForm.of(parameters, user, scope, page.today());
        var form = asked;
        var ignored = new ArrayList<>(asked.ignored());
        if (!chips.knowsAgent(asked, scope, page)) {
            var others = new HashMap<>(parameters);
            ignored.add(page.t("worklist.chip.agent", others.remove("agent")));
            form = FilterForm.of(others, user, scope, page.today());
        }
        var part = groups.page(scope, form, null, page);
        var row = chips.of(form, user, scope, page);
        var later = part.groups().isEmpty() && !form.narrowed() ? next(scope, page) : null;
        model.addAttribute("page", page);
        model.addAttribute("view", view(form, part, row, later));
        model.addAttribute("standingIn", absences.coveredBy(user));
        model.addAttribute("ignored", ignored);
        model.addAttribute("columns", columns(user));
        model.addAttribute("strategyActions", usualActions(scope, page.company().code()));
        model.addAttribute("views", arrangement.views(user, form.address(), parameters.get("view")));
        return "worklist/supervisor";
    }

    @GetMapping("/groups")
    String more(
            @RequestParam Map<String, String> parameters,
            @RequestParam String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var form = FilterForm.of(parameters, user, scope, page.today());
        var part = groups.page(scope, form, cursor, page);
        model.addAttribute("page", page);
        model.addAttribute("view", view(form, part, new FilterChips.Chips(List.of(), List.of()), null));
        model.addAttribute("columns", columns(user));
        return "worklist/_groups";
    }

    @GetMapping("/subgroups")
    String inside(
            @RequestParam Map<String, String> parameters,
            @RequestParam String group,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var form = FilterForm.of(parameters, user, scope, page.today());
        var part = groups.inside(scope, form, group, parameters.get("cursor"), page);
        model.addAttribute("page", page);
        model.addAttribute("groups", part.groups());
        model.addAttribute("more", part.more());
        model.addAttribute("columns", columns(user));
        return "worklist/_subgroups";
    }

    @GetMapping("/lines")
    String lines(
            @RequestParam Map<String, String> parameters,
            @RequestParam String group,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var form = FilterForm.of(parameters, user, scope, page.today());
        var slice = groups.lines(scope, form, group, parameters.get("cursor"), page);
        model.addAttribute("page", page);
        model.addAttribute("lines", slice.items());
        model.addAttribute("more", slice.next());
        model.addAttribute("columns", columns(user));
        return "worklist/_lines";
    }

    @GetMapping("/totals")
    String totals(@RequestParam Map<String, String> parameters, SignedIn user, Scope scope, Page page, Model model) {
        var form = FilterForm.of(parameters, user, scope, page.today());
        var totals = supervisor.totals(scope, form.filter());
        var total = totals.total();
        model.addAttribute("page", page);
        model.addAttribute("actions", totals.count());
        model.addAttribute("total", total == null ? BigDecimal.ZERO : total.amount());
        model.addAttribute("late", totals.late());
        return "worklist/_totals";
    }

    /// Of the strategy most customers of the company follow: what a batch may put in the place of its actions.
    private List<StrategyAction> usualActions(Scope scope, String company) {
        return strategies.within(scope).stream()
                .filter(strategy -> strategy.isDefault()
                        && (strategy.company() == null || strategy.company().equals(company)))
                .max(Comparator.comparing(strategy -> strategy.company() != null))
                .map(Strategy::actions)
                .orElse(List.of());
    }

    private Columns columns(SignedIn user) {
        return arrangement.columns(user, COLUMNS);
    }

    /// "Prochaine : 3 demain" – when there is nothing to do now.
    private @Nullable String next(Scope scope, Page page) {
        return upcoming.after(scope, page.today())
                .map(day -> page.t(
                        day.date().equals(page.today().plusDays(1)) ? "worklist.page.tomorrow" : "worklist.page.nextOn",
                        day.actions(),
                        page.date(day.date())))
                .orElse(null);
    }

    private static SupervisorView view(
            FilterForm form, Groups.Part part, FilterChips.Chips chips, @Nullable String upcoming) {
        return new SupervisorView(
                form.address(),
                form.presentation(),
                List.of(cycle("c", Presentation.CUSTOMER, form), cycle("a", Presentation.ACTION, form)),
                Arrays.stream(Presentation.values())
                        .map(each -> new Choice(each, at(form, each), each == form.presentation()))
                        .toList(),
                chips.shown(),
                chips.offered(),
                form.narrowed(),
                part.groups(),
                part.more(),
                upcoming);
    }

    private static Cycle cycle(String key, Presentation first, FilterForm form) {
        var now = form.presentation();
        var inForce = now == first || now == first.next() || now == first.next().next();
        var next = inForce ? now.next() : first;
        return new Cycle(key, inForce, inForce ? now : first, next, at(form, next));
    }

    private static String at(FilterForm form, Presentation presentation) {
        return form.address().with("presentation", presentation.name()).toString();
    }
}
