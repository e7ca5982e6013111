package io.encours.worklist.web;

import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyForm;
import io.encours.worklist.Simulations;
import io.encours.worklist.Simulations.Who;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The next sixty days of a strategy: a page for the saved one, a part of the editor for what is being written.
@Controller
@RequestMapping("/strategies/{code}/simulation")
class SimulationPages {

    private static final int DAYS = 60;

    private final Simulations simulations;
    private final Strategies strategies;
    private final Companies companies;
    private final Scopes scopes;

    SimulationPages(Simulations simulations, Strategies strategies, Companies companies, Scopes scopes) {
        this.simulations = simulations;
        this.strategies = strategies;
        this.companies = companies;
        this.scopes = scopes;
    }

    /// @param company code; null: the one in view, or the only one that may use the strategy
    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = "FOLLOWERS") Who customers,
            SignedIn user,
            Page page,
            Model model) {
        var scope = scopes.of(user);
        var strategy = strategies.get(scope, code);
        var chosen = company == null ? inView(strategy.company(), page) : company;
        model.addAttribute("page", page);
        model.addAttribute("strategy", strategy);
        model.addAttribute(
                "companies",
                companies.within(scope).stream()
                        .filter(one ->
                                strategy.company() == null || strategy.company().equals(one.code()))
                        .toList());
        model.addAttribute("company", chosen);
        model.addAttribute("customers", customers);
        model.addAttribute("simulation", simulations.of(scope, code, chosen, DAYS, customers));
        return "worklist/simulation";
    }

    /// Of what stands in the editor.
    @PostMapping
    String draft(
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            Model model) {
        var draft = StrategyForm.of(values).draft(code);
        var company = inView(draft.company() == null || draft.company().isBlank() ? null : draft.company(), page);
        var who = "EVERYONE".equals(values.get("customers")) ? Who.EVERYONE : Who.FOLLOWERS;
        model.addAttribute("page", page);
        model.addAttribute("simulation", simulations.ofDraft(user, scopes.of(user), code, draft, company, DAYS, who));
        return "worklist/_simulation";
    }

    private static String inView(@Nullable String only, Page page) {
        if (only != null) {
            return only;
        }
        var inView = page.company();
        if (inView == null) {
            throw Problem.notFound("platform.problem.notFound");
        }
        return inView.code();
    }
}
