package io.encours.overview.web;

import io.encours.overview.CustomerPositions;
import io.encours.overview.CustomerSearch;
import io.encours.overview.CustomerSearch.Sort;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The customers of the company in view, with what they owe.
@Controller
class CustomerListPage {

    private static final int ROWS = 100;

    private final CustomerPositions positions;

    CustomerListPage(CustomerPositions positions) {
        this.positions = positions;
    }

    @GetMapping("/customers")
    String show(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Sort sort,
            Scope scope,
            Page page,
            Model model) {
        var search = search(q, sort);
        rows(search, null, scope, page, model);
        var company = page.company();
        model.addAttribute("count", positions.count(scope, search));
        model.addAttribute(
                "total", positions.total(scope, search, page.today(), company == null ? "EUR" : company.currency()));
        model.addAttribute("q", q == null ? "" : q);
        model.addAttribute("sort", search.sort().name());
        return "overview/customers";
    }

    @GetMapping("/customers/rows")
    String more(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Sort sort,
            @RequestParam String cursor,
            Scope scope,
            Page page,
            Model model) {
        rows(search(q, sort), cursor, scope, page, model);
        return "overview/_customerRows";
    }

    private void rows(CustomerSearch search, @Nullable String cursor, Scope scope, Page page, Model model) {
        var slice = positions.list(scope, search, page.today(), cursor, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("lines", slice.items());
        model.addAttribute(
                "more",
                slice.next() == null
                        ? null
                        : address(search)
                                .at("/customers/rows")
                                .with("cursor", slice.next())
                                .toString());
        model.addAttribute("address", address(search));
    }

    private static Address address(CustomerSearch search) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("sort", search.sort().name());
        return new Address("/customers", Map.copyOf(parameters)).with("q", search.q());
    }

    private static CustomerSearch search(@Nullable String q, @Nullable Sort sort) {
        return new CustomerSearch(null, q, null, null, null, null, sort == null ? Sort.OVERDUE : sort);
    }
}
