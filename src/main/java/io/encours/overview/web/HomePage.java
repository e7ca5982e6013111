package io.encours.overview.web;

import io.encours.identity.SignedIn;
import io.encours.overview.LedgerDate;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where one arrives: the supervisor for those who collect, else the customers; before there is a ledger, what to do
/// next.
@Controller
class HomePage {

    /// What is missing before there is anything to show.
    public enum Missing {
        COMPANY,
        COMPANY_TO_CREATE,
        CUSTOMERS,
        LEDGER
    }

    private final LedgerDate ledger;

    HomePage(LedgerDate ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/")
    String show(SignedIn user, Scope scope, Page page, Model model) {
        if (page.company() == null) {
            return missing(user.administers() ? Missing.COMPANY_TO_CREATE : Missing.COMPANY, page, model);
        }
        if (scope.companies().isEmpty()) {
            return missing(Missing.CUSTOMERS, page, model);
        }
        var companyId = scope.companies().iterator().next();
        if (ledger.latest(companyId, page.today()).isEmpty()) {
            return missing(Missing.LEDGER, page, model);
        }
        return user.collects() ? "redirect:/supervisor" : "redirect:/customers";
    }

    private static String missing(Missing what, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("missing", what.name());
        model.addAttribute("mayImport", page.opens("/imports"));
        return "overview/home";
    }
}
