package io.encours.overview.web;

import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.receivable.ItemKind;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import io.encours.worklist.ItemView.State;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The items of the company in view, the oldest due date first.
@Controller
class ItemListPage {

    private static final int ROWS = 100;

    private final ItemLists items;

    ItemListPage(ItemLists items) {
        this.items = items;
    }

    @GetMapping("/items")
    String show(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable ItemKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueTo,
            @RequestParam(required = false) @Nullable String cursor,
            Scope scope,
            Page page,
            Model model) {
        var filter = new ItemFilter(null, null, null, state == null ? State.OPEN : state, kind, dueFrom, dueTo);
        var slice = items.list(scope, filter, ItemLists.Order.DUE_DATE, cursor, ROWS);
        var address = new Address("/items", Map.of())
                .with("state", state)
                .with("kind", kind)
                .with("dueFrom", dueFrom)
                .with("dueTo", dueTo);
        model.addAttribute("page", page);
        model.addAttribute("items", slice.items());
        model.addAttribute("address", address);
        model.addAttribute(
                "moreItems",
                slice.next() == null
                        ? null
                        : address.with("cursor", slice.next()).toString());
        model.addAttribute("withCustomer", true);
        if (cursor != null) {
            return "overview/_itemRows";
        }
        model.addAttribute("states", State.values());
        model.addAttribute("kinds", ItemKind.values());
        return "overview/items";
    }
}
