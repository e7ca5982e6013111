package io.encours.worklist;

import io.encours.platform.Money;
import io.encours.platform.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A group of the supervisor.
///
/// @param label name of the customer, or label of the action; empty: what has no action
/// @param count actions
/// @param lines actions and credits
/// @param late actions whose date is past
/// @param total of all lines, credits netted; null: they are in several currencies
/// @param customer when it is a group of a customer
/// @param groups the first sub-groups, when the presentation has two levels
/// @param next cursor of further sub-groups; null: these are all
public record ActionGroup(
        String key,
        String label,
        int count,
        int lines,
        int late,
        @Nullable Money total,
        Optional<Customer> customer,
        List<ActionGroup> groups,
        @Nullable String next) {

    /// The same with sub-groups.
    ActionGroup with(Slice<ActionGroup> inside) {
        return new ActionGroup(key, label, count, lines, late, total, customer, inside.items(), inside.next());
    }

    /// What the head of a customer's group shows.
    public record Customer(
            long id,
            String company,
            String code,
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String agent,
            String country) {}
}
