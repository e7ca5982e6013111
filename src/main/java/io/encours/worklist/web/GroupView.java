package io.encours.worklist.web;

import io.encours.platform.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group as the page shows it.
///
/// @param level 1, or 2 inside of another group
/// @param code of the customer; null: the group is an action
/// @param customerPath of the customer's pages; null: the group is an action
/// @param icon of the action; null: the group is a customer
/// @param count actions
/// @param size lines: actions and credits
/// @param late actions whose date is past
/// @param answered day of the latest answer of the customer that nobody has read; null: none
/// @param open its content comes with it; else it is asked for when it is unfolded
/// @param contentAddress where its content is asked for
/// @param more address of what follows the content given; null: nothing
public record GroupView(
        String key,
        int level,
        String title,
        @Nullable String code,
        @Nullable String customerPath,
        @Nullable String icon,
        int count,
        int size,
        int late,
        BigDecimal total,
        @Nullable PhoneNumber phone,
        @Nullable LocalDate answered,
        boolean open,
        String contentAddress,
        @Nullable String more,
        List<LineView> lines,
        List<GroupView> groups) {

    public String cents() {
        return total.movePointRight(2).toBigInteger().toString();
    }

    /// It holds groups, not lines.
    public boolean outer() {
        return contentAddress.contains("/groups?") || !groups.isEmpty();
    }
}
