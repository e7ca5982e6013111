package io.encours.overview.web;

import io.encours.correspondence.letter.Letters;
import io.encours.identity.Arrangement;
import io.encours.identity.SignedIn;
import io.encours.overview.CustomerPositions;
import io.encours.overview.CustomerSearch;
import io.encours.overview.CustomerSearch.Sort;
import io.encours.platform.PlainNumber;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Columns;
import io.encours.platform.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The customers of the company in view, with what they owe.
@Controller
class CustomerListPage {

    private static final int ROWS = 100;

    private static final Columns COLUMNS = Columns.of("customers")
            .usual("agent", "overview.customers.agent")
            .further("group", "overview.customers.group")
            .further("siren", "overview.customers.siren")
            .further("city", "overview.customers.city")
            .further("phone", "overview.customers.phone")
            .further("riskClass", "overview.customers.riskClass")
            .further("creditLimit", "overview.customers.creditLimit")
            .usual("overdue", "overview.customers.overdueShort")
            .usual("notDue", "overview.customers.notDue")
            .usual("credits", "overview.customers.credits")
            .usual("balance", "overview.customers.balance");

    private final CustomerPositions positions;
    private final Arrangement arrangement;

    CustomerListPage(CustomerPositions positions, Arrangement arrangement) {
        this.positions = positions;
        this.arrangement = arrangement;
    }

    @GetMapping("/customers")
    String show(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dmpMin,
            @RequestParam(required = false) @Nullable String dmpMax,
            @RequestParam(required = false) @Nullable String view,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var search = search(q, sort, dmpMin, dmpMax);
        rows(search, null, user, scope, page, model);
        model.addAttribute("ignored", ignored(sort, dmpMin, dmpMax));
        model.addAttribute(
                "dmpMin", search.dmpMin() == null ? "" : search.dmpMin().toPlainString());
        model.addAttribute(
                "dmpMax", search.dmpMax() == null ? "" : search.dmpMax().toPlainString());
        var filters = new Address("/customers", Map.of())
                .with("q", search.q())
                .with("sort", sort(sort).orElse(null))
                .with("dmpMin", search.dmpMin())
                .with("dmpMax", search.dmpMax());
        model.addAttribute("views", arrangement.views(user, filters, view));
        var company = page.company();
        model.addAttribute("count", positions.count(scope, search));
        model.addAttribute(
                "total", positions.total(scope, search, page.today(), company == null ? "EUR" : company.currency()));
        model.addAttribute("mayWrite", Letters.mayWrite(user) && company != null);
        model.addAttribute("q", q == null ? "" : q);
        model.addAttribute("sort", search.sort().name());
        return "overview/customers";
    }

    @GetMapping("/customers/rows")
    String more(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dmpMin,
            @RequestParam(required = false) @Nullable String dmpMax,
            @RequestParam String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        rows(search(q, sort, dmpMin, dmpMax), cursor, user, scope, page, model);
        return "overview/_customerRows";
    }

    private void rows(
            CustomerSearch search, @Nullable String cursor, SignedIn user, Scope scope, Page page, Model model) {
        model.addAttribute("columns", arrangement.columns(user, COLUMNS));
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
        return new Address("/customers", Map.copyOf(parameters))
                .with("q", search.q())
                .with("dmpMin", search.dmpMin())
                .with("dmpMax", search.dmpMax());
    }

    static CustomerSearch search(
            @Nullable String q, @Nullable String sort, @Nullable String dmpMin, @Nullable String dmpMax) {
        return new CustomerSearch(
                null,
                q,
                null,
                null,
                null,
                null,
                days(dmpMin).orElse(null),
                days(dmpMax).orElse(null),
                sort(sort).orElse(Sort.OVERDUE));
    }

    /// What cannot be read is left out and told.
    private static List<String> ignored(@Nullable String sort, @Nullable String dmpMin, @Nullable String dmpMax) {
        var wrong = new ArrayList<String>();
        if (sort != null && sort(sort).isEmpty()) {
            wrong.add(sort);
        }
        Stream.of(dmpMin, dmpMax)
                .flatMap(Stream::ofNullable)
                .filter(text -> !text.isBlank() && days(text).isEmpty())
                .forEach(wrong::add);
        return wrong;
    }

    private static Optional<BigDecimal> days(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(PlainNumber::read);
    }

    private static Optional<Sort> sort(@Nullable String name) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().equals(name))
                .findFirst();
    }
}
