package io.encours.overview.web;

import io.encours.customer.Customers;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// *Dossier crédit & risque* of a customer: the frame; `reporting` fills it in.
@Controller
class CreditTab {

    private final Customers customers;
    private final AccountHeads heads;

    CreditTab(Customers customers, AccountHeads heads) {
        this.customers = customers;
        this.heads = heads;
    }

    @GetMapping("/customers/{company}/{code}/credit")
    String show(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customers.get(scope, company, code), "credit", page.today()));
        return "overview/credit";
    }
}
