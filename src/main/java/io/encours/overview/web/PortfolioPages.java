package io.encours.overview.web;

import io.encours.company.Absences;
import io.encours.company.Company;
import io.encours.customer.Portfolios;
import io.encours.customer.Portfolios.Selection;
import io.encours.identity.SignedIn;
import io.encours.overview.PortfolioSums;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Portefeuilles*: who handles which customers of the company in view, and handing them over
/// (S2).
@Controller
@RequestMapping("/administration/portfolios")
class PortfolioPages {

    private static final String PATH = "/administration/portfolios";
    private static final int LINES = 500;
    private static final String TICKED = "ticked";

    private final Portfolios portfolios;
    private final PortfolioSums sums;
    private final Absences absences;

    PortfolioPages(Portfolios portfolios, PortfolioSums sums, Absences absences) {
        this.portfolios = portfolios;
        this.sums = sums;
        this.absences = absences;
    }

    @GetMapping
    String list(Company company, Scope scope, SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("portfolios", sums.of(scope, page.today()));
        model.addAttribute("absences", absences.list(scope));
        model.addAttribute("mayPlan", Absences.mayPlan(user));
        model.addAttribute("moved", model.getAttribute("moved"));
        return "overview/portfolios";
    }

    @GetMapping("/reassignment")
    String choose(@RequestParam Map<String, String> parameters, Company company, Scope scope, Page page, Model model) {
        return form(selection(company, parameters, null), Form.of(parameters), company, scope, page, model);
    }

    /// What would change, beside the button.
    @PostMapping("/reassignment/preview")
    String preview(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable List<String> customers,
            Company company,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var selection = selection(company, parameters, customers);
        var to = parameters.getOrDefault("to", "");
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("weight", sums.of(scope, selection, page.today()));
        model.addAttribute("moves", to.isBlank() ? null : portfolios.count(user, scope, selection, to));
        return "overview/_reassignmentPreview";
    }

    @PostMapping("/reassignment")
    String reassign(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable List<String> customers,
            Company company,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        try {
            var to = parameters.get("to");
            var moved = portfolios.reassign(user, scope, selection(company, parameters, customers), to);
            var name = portfolios.agents(scope, company.code()).stream()
                    .filter(agent -> agent.login().equals(to))
                    .map(agent -> agent.name())
                    .findFirst()
                    .orElse("");
            after.addFlashAttribute("moved", page.t("overview.portfolios.moved", moved, name));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            var form = Form.of(parameters).refused(problem, page, response);
            return form(selection(company, parameters, null), form, company, scope, page, model);
        }
    }

    private String form(Selection selection, Form form, Company company, Scope scope, Page page, Model model) {
        var all = new Selection(company.code(), selection.from(), selection.group(), selection.letter(), null);
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute("agents", portfolios.agents(scope, company.code()));
        model.addAttribute("groups", portfolios.groups(scope.in(company.id())));
        model.addAttribute(
                "letters",
                IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString).toList());
        model.addAttribute("lines", sums.customers(scope, all, page.today(), LINES));
        model.addAttribute("weight", sums.of(scope, all, page.today()));
        return "overview/reassignment";
    }

    private static Selection selection(
            Company company, Map<String, String> parameters, @Nullable List<String> customers) {
        var ticked = TICKED.equals(parameters.get("which"));
        return new Selection(
                company.code(),
                parameters.get("from"),
                parameters.get("group"),
                parameters.get("letter"),
                ticked ? Objects.requireNonNullElse(customers, List.of()) : null);
    }
}
