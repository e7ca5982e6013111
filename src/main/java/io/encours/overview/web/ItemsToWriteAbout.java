package io.encours.overview.web;

import io.encours.customer.Customer;
import io.encours.platform.Scope;
import io.encours.worklist.Colour;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The open items of a customer to tick for a letter or a message.
@Component
class ItemsToWriteAbout {

    private static final int MOST = 200;

    private final ItemLists items;

    ItemsToWriteAbout(ItemLists items) {
        this.items = items;
    }

    /// @param ticked ids; null: those that are overdue
    void show(Customer customer, @Nullable Set<String> ticked, Scope scope, Model model) {
        var open = ItemFilter.openOf(customer.company(), customer.code());
        var claims =
                items.list(scope, open, ItemLists.Order.DUE_DATE, null, MOST).items();
        model.addAttribute("items", claims);
        model.addAttribute(
                "ticked",
                ticked != null
                        ? ticked
                        : claims.stream()
                                .filter(item -> item.colour() == Colour.BLACK)
                                .map(item -> item.id().toString())
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
