package io.encours.overview.web;

import io.encours.customer.Customers;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.timeline.EventFilter;
import io.encours.timeline.Timeline;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A customer beside the list they stand in: what is owed, what comes next, what was said last.
@Controller
class CustomerPanelPage {

    private static final int ITEMS = 6;
    private static final int EVENTS = 3;

    private final Customers customers;
    private final AccountHeads heads;
    private final ItemLists items;
    private final Timeline timeline;

    CustomerPanelPage(Customers customers, AccountHeads heads, ItemLists items, Timeline timeline) {
        this.customers = customers;
        this.heads = heads;
        this.items = items;
        this.timeline = timeline;
    }

    @GetMapping("/customers/{company}/{code}/panel")
    String show(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        var open = ItemFilter.openOf(company, code);
        var slice = items.list(scope, open, ItemLists.Order.DUE_DATE, null, ITEMS);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "", page.today()));
        model.addAttribute("items", slice.items());
        model.addAttribute("hasMore", slice.next() != null);
        model.addAttribute(
                "events",
                timeline.ofCustomer(scope, customer.id(), EventFilter.ALL, null, EVENTS)
                        .items());
        return "overview/_customerPanel";
    }
}
