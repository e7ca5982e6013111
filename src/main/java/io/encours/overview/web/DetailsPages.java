package io.encours.overview.web;

import io.encours.company.Scopes;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.strategy.Assignments;
import io.encours.strategy.Strategies;
import io.encours.worklist.StrategyPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The master data of a customer (*Fiche*); which strategy it follows and why, rule by rule; and another one for this
/// customer, after what it would
/// change was shown (A6).
@Controller
@RequestMapping("/customers/{company}/{code}")
class DetailsPages {

    private static final int ROWS = 200;
    private static final String TOAST = "toast";

    private final Customers customers;
    private final AccountHeads heads;
    private final Assignments assignments;
    private final Strategies strategies;
    private final StrategyPreview preview;
    private final Scopes scopes;

    DetailsPages(
            Customers customers,
            AccountHeads heads,
            Assignments assignments,
            Strategies strategies,
            StrategyPreview preview,
            Scopes scopes) {
        this.customers = customers;
        this.heads = heads;
        this.assignments = assignments;
        this.strategies = strategies;
        this.preview = preview;
        this.scopes = scopes;
    }

    @GetMapping("/details")
    String details(
            @PathVariable String company,
            @PathVariable String code,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var customer = customers.get(scope, company, code);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "details", page.today()));
        model.addAttribute("facts", MasterData.of(customer, page));
        model.addAttribute("follows", assignments.of(scopes.of(user), customer.id()));
        return "overview/details";
    }

    @GetMapping("/strategy")
    String show(
            @PathVariable String company,
            @PathVariable String code,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var customer = customers.get(scope, company, code);
        var own = Objects.requireNonNullElse(customer.details().strategy(), "");
        return page(customer, own, false, user, page, model);
    }

    /// First what would change, then the saving.
    ///
    /// @param strategy code; empty: rules say it
    @PostMapping("/strategy")
    String save(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam String strategy,
            @RequestParam String step,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            Model model) {
        var customer = writable(user, scope, company, code);
        var wanted = wanted(scope, customer, strategy);
        if (!step.equals("save")) {
            return page(customer, strategy, true, user, page, model);
        }
        customers.put(scope, company, code, customer.details().following(wanted));
        after.addFlashAttribute(TOAST, page.t("overview.strategy.saved"));
        return "redirect:/customers/" + Address.part(company) + "/" + Address.part(code) + "/strategy";
    }

    /// What would change, a part of the page.
    @PostMapping("/strategy/changes")
    String changes(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam String strategy,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var customer = writable(user, scope, company, code);
        var details = customer.details().following(wanted(scope, customer, strategy));
        model.addAttribute("page", page);
        model.addAttribute("change", preview.ofCustomer(scope, company, code, details, new Paging(ROWS, null)));
        return "worklist/_assignmentChange";
    }

    private String page(Customer customer, String chosen, boolean isReviewed, SignedIn user, Page page, Model model) {
        // Rules and strategies are settings: all that the user sees, whichever company is in view.
        var scope = scopes.of(user);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "details", page.today()));
        model.addAttribute("follows", assignments.of(scope, customer.id()));
        model.addAttribute("rules", RuleVerdict.of(assignments.rules(scope).rules(), assignments.facts(customer)));
        model.addAttribute("choices", choices(customer, scope, page));
        model.addAttribute("chosen", chosen);
        model.addAttribute("isReviewed", isReviewed);
        model.addAttribute("mayWrite", mayWrite(user));
        model.addAttribute(TOAST, model.getAttribute(TOAST));
        return "overview/strategy";
    }

    private List<Option> choices(Customer customer, Scope scope, Page page) {
        var choices = new ArrayList<Option>();
        choices.add(new Option("", page.t("overview.strategy.byRules")));
        strategies.within(scope).stream()
                .filter(one -> one.company() == null || one.company().equals(customer.company()))
                .forEach(one -> choices.add(new Option(one.code(), one.label())));
        return choices;
    }

    private @Nullable String wanted(Scope scope, Customer customer, String given) {
        if (given.isBlank()) {
            return null;
        }
        var strategy = strategies.get(scope, given);
        if (strategy.company() != null && !strategy.company().equals(customer.company())) {
            throw Problem.notFound("strategy.problem.unknown", given);
        }
        return strategy.code();
    }

    private Customer writable(SignedIn user, Scope scope, String company, String code) {
        if (!mayWrite(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        return customers.get(scope, company, code);
    }

    private static boolean mayWrite(SignedIn user) {
        return user.role() != Role.EXECUTIVE && user.role() != Role.GUEST;
    }
}
