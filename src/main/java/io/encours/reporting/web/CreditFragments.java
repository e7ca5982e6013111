package io.encours.reporting.web;

import io.encours.customer.Customers;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The figures of one customer, for the tab *Dossier crédit & risque* (C2, D1, D2, R3, R4).
@Controller
class CreditFragments {

    private final Customers customers;
    private final CreditSheets sheets;

    CreditFragments(Customers customers, CreditSheets sheets) {
        this.customers = customers;
        this.sheets = sheets;
    }

    @GetMapping("/customers/{company}/{code}/credit/figures")
    String show(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        model.addAttribute("page", page);
        model.addAttribute("credit", sheets.of(customer, scope, page));
        return "reporting/_credit";
    }
}
