package io.encours.worklist;

import io.encours.platform.ActionId;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of the supervisor: an item with its action, or a credit of the customer.
///
/// @param daysLate days since the due date, negative before it
/// @param action empty: a credit
/// @param priority empty: a credit, or it was not asked for
public record ActionRow(
        RowId item,
        ActionGroup.Customer customer,
        String document,
        ItemKind kind,
        LocalDate documentDate,
        LocalDate dueDate,
        int daysLate,
        Money amount,
        Colour colour,
        String controlAccount,
        @Nullable String paymentMethod,
        Optional<Action> action,
        Optional<Priority> priority) {

    ActionRow with(Priority found) {
        return new ActionRow(
                item,
                customer,
                document,
                kind,
                documentDate,
                dueDate,
                daysLate,
                amount,
                colour,
                controlAccount,
                paymentMethod,
                action,
                Optional.of(found));
    }

    /// @param heldUntil it was put off: nothing happens before this day is over; null: it was not
    /// @param late its date is past (orange on the screen)
    public record Action(
            ActionId id,
            String code,
            String label,
            ActionType type,
            Stage stage,
            LocalDate date,
            LocalDate theoreticalDate,
            @Nullable LocalDate heldUntil,
            boolean late) {}
}
