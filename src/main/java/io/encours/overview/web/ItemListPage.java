package io.encours.overview.web;

import io.encours.company.Scopes;
import io.encours.customer.CustomerCriteria;
import io.encours.identity.Arrangement;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.receivable.ItemKind;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import io.encours.worklist.ItemView.State;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The items of the company in view, the oldest due date first.
@Controller
class ItemListPage {

    private static final int ROWS = 100;

    /// What is said of the customers of the items, as reports link here.
    static final List<String> OF_CUSTOMERS = Stream.of(List.of("customer", "currency"), CustomerCriteria.NAMES)
            .flatMap(List::stream)
            .toList();

    private static final String COMPANIES = "companies";
    private static final String ALL = "all";

    private final ItemLists items;
    private final Scopes scopes;
    private final Arrangement arrangement;

    ItemListPage(ItemLists items, Scopes scopes, Arrangement arrangement) {
        this.items = items;
        this.scopes = scopes;
        this.arrangement = arrangement;
    }

    @GetMapping("/items")
    String show(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String dueFrom,
            @RequestParam(required = false) @Nullable String dueTo,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam Map<String, String> further,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var ignored = new ArrayList<String>();
        var wanted = read(state, State::valueOf, ignored);
        var ofKind = read(kind, ItemKind::valueOf, ignored);
        var from = read(dueFrom, LocalDate::parse, ignored);
        var to = read(dueTo, LocalDate::parse, ignored);
        var asOf = read(further.get("asOf"), LocalDate::parse, ignored);
        var side = read(further.get("side"), ItemFilter.Side::valueOf, ignored);
        var documentFrom = read(further.get("documentFrom"), LocalDate::parse, ignored);
        var documentTo = read(further.get("documentTo"), LocalDate::parse, ignored);
        var enteredFrom = read(further.get("enteredFrom"), LocalDate::parse, ignored);
        var enteredTo = read(further.get("enteredTo"), LocalDate::parse, ignored);
        var together = ALL.equals(further.get(COMPANIES));
        var all = side != null && side.isWhatWas();
        var filter = new ItemFilter(
                null,
                filled(further, "customer"),
                asOf,
                wanted == null && !all ? State.OPEN : wanted,
                ofKind,
                from,
                to,
                filled(further, "agent"),
                filled(further, "group"),
                filled(further, "person"),
                filled(further, "site"),
                filled(further, "country"),
                filled(further, "riskClass"),
                filled(further, "currency"),
                side,
                documentFrom,
                documentTo,
                enteredFrom,
                enteredTo);
        var slice = items.list(together ? scopes.of(user) : scope, filter, ItemLists.Order.DUE_DATE, cursor, ROWS);
        var address = new Address("/items", Map.of())
                .with("state", wanted)
                .with("kind", ofKind)
                .with("dueFrom", from)
                .with("dueTo", to)
                .with("asOf", asOf)
                .with("side", side)
                .with("documentFrom", documentFrom)
                .with("documentTo", documentTo)
                .with("enteredFrom", enteredFrom)
                .with("enteredTo", enteredTo)
                .with(COMPANIES, together ? ALL : null);
        for (var name : OF_CUSTOMERS) {
            address = address.with(name, further.get(name));
        }
        model.addAttribute("page", page);
        model.addAttribute("items", slice.items());
        model.addAttribute("address", address);
        model.addAttribute(
                "moreItems",
                slice.next() == null
                        ? null
                        : address.with("cursor", slice.next()).toString());
        model.addAttribute("withCustomer", true);
        model.addAttribute("columns", arrangement.columns(user, all ? ItemWords.OF_A_FIGURE : ItemWords.OF_ALL));
        if (cursor != null) {
            return "overview/_itemRows";
        }
        model.addAttribute("ignored", ignored);
        model.addAttribute("views", arrangement.views(user, address, view));
        model.addAttribute("narrowed", narrowed(address, page));
        model.addAttribute("states", State.values());
        model.addAttribute("all", all);
        model.addAttribute("kinds", ItemKind.values());
        return "overview/items";
    }

    /// What a report narrowed the list to, in words.
    private static List<String> narrowed(Address address, Page page) {
        var words = new ArrayList<String>();
        if (!address.value("asOf").isEmpty()) {
            words.add(page.t("overview.items.asOf", page.date(LocalDate.parse(address.value("asOf")))));
        }
        if (!address.value("side").isEmpty()) {
            words.add(page.t("overview.items.side." + address.value("side")));
        }
        span(address, page, "document", words);
        span(address, page, "entered", words);
        if (!address.value(COMPANIES).isEmpty()) {
            words.add(page.t("overview.items.together"));
        }
        for (var name : OF_CUSTOMERS) {
            if (!address.value(name).isEmpty()) {
                words.add(page.t("overview.items.of." + name, address.value(name)));
            }
        }
        return words;
    }

    private static void span(Address address, Page page, String what, List<String> words) {
        var from = address.value(what + "From");
        var to = address.value(what + "To");
        if (!from.isEmpty() && !to.isEmpty()) {
            words.add(page.t(
                    "overview.items.span." + what, page.date(LocalDate.parse(from)), page.date(LocalDate.parse(to))));
        }
    }

    private static @Nullable String filled(Map<String, String> values, String name) {
        var value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /// A value that cannot be read (an old link) is left out and told.
    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader, List<String> ignored) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            ignored.add(text);
            return null;
        }
    }
}
