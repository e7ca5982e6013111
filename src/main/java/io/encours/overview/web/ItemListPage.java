package io.encours.overview.web;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The items of the company in view, the oldest due date first.
@Controller
class ItemListPage {

    private static final int ROWS = 100;

    private final ItemLists items;
    private final Arrangement arrangement;

    ItemListPage(ItemLists items, Arrangement arrangement) {
        this.items = items;
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
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var ignored = new ArrayList<String>();
        var wanted = read(state, State::valueOf, ignored);
        var ofKind = read(kind, ItemKind::valueOf, ignored);
        var from = read(dueFrom, LocalDate::parse, ignored);
        var to = read(dueTo, LocalDate::parse, ignored);
        var filter = new ItemFilter(null, null, null, wanted == null ? State.OPEN : wanted, ofKind, from, to);
        var slice = items.list(scope, filter, ItemLists.Order.DUE_DATE, cursor, ROWS);
        var address = new Address("/items", Map.of())
                .with("state", wanted)
                .with("kind", ofKind)
                .with("dueFrom", from)
                .with("dueTo", to);
        model.addAttribute("page", page);
        model.addAttribute("items", slice.items());
        model.addAttribute("address", address);
        model.addAttribute(
                "moreItems",
                slice.next() == null
                        ? null
                        : address.with("cursor", slice.next()).toString());
        model.addAttribute("withCustomer", true);
        model.addAttribute("columns", arrangement.columns(user, ItemWords.OF_ALL));
        if (cursor != null) {
            return "overview/_itemRows";
        }
        model.addAttribute("ignored", ignored);
        model.addAttribute("views", arrangement.views(user, address, view));
        model.addAttribute("states", State.values());
        model.addAttribute("kinds", ItemKind.values());
        return "overview/items";
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
