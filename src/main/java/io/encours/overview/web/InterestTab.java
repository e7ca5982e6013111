package io.encours.overview.web;

import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.receivable.interest.ClaimDecisions;
import io.encours.receivable.interest.ClaimDecisions.Order;
import io.encours.receivable.interest.ClaimRights;
import io.encours.receivable.interest.CustomerTerms;
import io.encours.receivable.interest.InterestClaims;
import io.encours.receivable.interest.InterestRates;
import io.encours.receivable.interest.InterestSettings;
import io.encours.receivable.interest.InterestSettings.CustomerDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Intérêts et indemnités* of a customer: what late payment gave the right to, item by item, and what is done
/// about it (K5).
@Controller
@RequestMapping("/customers/{company}/{code}/interest")
class InterestTab {

    private static final String SAID = "said";

    private final Customers customers;
    private final AccountHeads heads;
    private final InterestClaims claims;
    private final ClaimDecisions decisions;
    private final InterestSettings settings;
    private final InterestRates rates;

    InterestTab(
            Customers customers,
            AccountHeads heads,
            InterestClaims claims,
            ClaimDecisions decisions,
            InterestSettings settings,
            InterestRates rates) {
        this.customers = customers;
        this.heads = heads;
        this.claims = claims;
        this.decisions = decisions;
        this.settings = settings;
        this.rates = rates;
    }

    /// The customer of the address.
    record Account(String company, String code) {

        String path() {
            return "/customers/" + Address.part(company) + "/" + Address.part(code) + "/interest";
        }
    }

    @GetMapping
    String show(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        return show(new Account(company, code), asOf, Form.EMPTY, user, scope, page, model);
    }

    @PostMapping("/waivers")
    String waive(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        return act(
                () -> page.t(
                        "receivable.interest.saidWaived",
                        page.amount(decisions
                                .waive(user, scope, company, code, order(items, values))
                                .total())),
                new Account(company, code),
                values,
                after,
                response,
                form -> show(new Account(company, code), null, form, user, scope, page, model),
                page);
    }

    @PostMapping("/invoices")
    String invoice(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        return act(
                () -> page.t(
                        "receivable.interest.saidInvoiced",
                        page.amount(decisions
                                .invoice(user, scope, company, code, order(items, values))
                                .total())),
                new Account(company, code),
                values,
                after,
                response,
                form -> show(new Account(company, code), null, form, user, scope, page, model),
                page);
    }

    @PostMapping("/decisions/{id}/reversal")
    String reverse(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var decision = RowId.parse(id).orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        return act(
                () -> {
                    decisions.reverse(user, scope, company, code, decision, values.get("reason"));
                    return page.t("receivable.interest.saidReversed");
                },
                new Account(company, code),
                Map.of(),
                after,
                response,
                form -> show(new Account(company, code), null, form, user, scope, page, model),
                page);
    }

    @PostMapping("/terms")
    String terms(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        return act(
                () -> {
                    settings.put(
                            user,
                            scope,
                            company,
                            code,
                            new CustomerDraft(
                                    values.get("debtor"), values.get("rate"), values.get("percent"), day(values)));
                    return page.t("receivable.interest.termsSaved");
                },
                new Account(company, code),
                values,
                after,
                response,
                form -> show(new Account(company, code), null, form, user, scope, page, model),
                page);
    }

    @FunctionalInterface
    private interface Act {
        String run();
    }

    @FunctionalInterface
    private interface Refusal {
        String show(Form form);
    }

    /// Does it and goes back to the page with what was done, or shows the page with what was wrong.
    private static String act(
            Act act,
            Account account,
            Map<String, String> values,
            RedirectAttributes after,
            HttpServletResponse response,
            Refusal refusal,
            Page page) {
        try {
            after.addFlashAttribute(SAID, act.run());
            return "redirect:" + account.path();
        } catch (Problem problem) {
            return refusal.show(Form.of(values).refused(problem, page, response));
        }
    }

    private String show(
            Account account, @Nullable LocalDate asOf, Form form, SignedIn user, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, account.company(), account.code());
        var found = claims.of(customer, asOf == null ? page.today() : asOf);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "interest", page.today()));
        model.addAttribute("claims", found);
        model.addAttribute("form", form.values().containsKey("debtor") ? form : with(form, found.customerTerms()));
        model.addAttribute("missing", rates.missing(page.today()));
        model.addAttribute("mayLead", ClaimRights.mayLead(user));
        model.addAttribute("mayInvoice", ClaimRights.mayInvoice(user));
        model.addAttribute(SAID, model.getAttribute(SAID));
        return "overview/interest";
    }

    /// Nothing ticked is nothing meant.
    private static Order order(@Nullable List<String> items, Map<String, String> values) {
        if (items == null || items.isEmpty()) {
            throw Problem.invalid("items", "receivable.interest.problem.tick");
        }
        return new Order(items, values.get("part"), null, values.get("reason"), values.get("reference"));
    }

    private static @Nullable LocalDate day(Map<String, String> values) {
        var text = values.getOrDefault("insolvencyOn", "");
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("insolvencyOn", "receivable.interest.problem.day");
        }
    }

    private static Form with(Form form, CustomerTerms terms) {
        var values = new HashMap<>(form.values());
        values.put("debtor", terms.debtor().name());
        values.put("rate", terms.rate() == null ? "" : terms.rate().name());
        values.put("percent", terms.percent() == null ? "" : terms.percent().toPlainString());
        values.put("insolvencyOn", Objects.toString(terms.insolvencyOn(), ""));
        return new Form(values, form.errors());
    }
}
