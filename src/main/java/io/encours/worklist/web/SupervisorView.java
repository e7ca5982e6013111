package io.encours.worklist.web;

import io.encours.platform.web.Address;
import io.encours.worklist.Presentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page.
///
/// @param address of the page with its filters
/// @param more address of the groups that follow; null: nothing
/// @param chips of the filters in force, and those always shown
/// @param offered filters that can be added
/// @param narrowed a filter other than the usual ones is in force
/// @param upcoming what comes later, said when there is nothing now; null: not known
public record SupervisorView(
        Address address,
        Presentation presentation,
        List<Cycle> cycles,
        List<Choice> choices,
        List<FilterChip> chips,
        List<FilterChip> offered,
        boolean narrowed,
        List<GroupView> groups,
        @Nullable String more,
        @Nullable String upcoming) {

    /// An entry of the menu *Affichage*.
    public record Choice(Presentation presentation, String address, boolean inForce) {}

    public String unfiltered() {
        return new Address("/supervisor", java.util.Map.of())
                .with("presentation", address.value("presentation"))
                .with("order", address.value("order"))
                .toString();
    }

    public boolean byPriority() {
        return address.value("order").equals("PRIORITY");
    }

    /// Address with the other order.
    public String otherOrder() {
        return byPriority()
                ? address.without("order").toString()
                : address.with("order", "PRIORITY").toString();
    }

    public boolean byCustomer() {
        return presentation.groups() == Presentation.Level.CUSTOMER;
    }
}
