package io.encours.overview.api;

import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.worklist.ItemAnswer;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Items, each with its next action or the reason why there is none (A4).
@RestController
class ItemResource {

    private static final int MOST = 1000;

    private final ItemLists items;

    ItemResource(ItemLists items) {
        this.items = items;
    }

    @GetMapping("/api/v1/items")
    @Operation(summary = "Items with their next action; as of a day when asOf is given")
    Slice<ItemAnswer> list(
            Scope scope,
            @ParameterObject @ModelAttribute ItemFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var slice = items.list(scope, filter, ItemLists.Order.CUSTOMER, cursor, Math.clamp(limit, 1, MOST));
        return new Slice<>(slice.items().stream().map(ItemAnswer::of).toList(), slice.next());
    }
}
