package io.encours.worklist;

import io.encours.platform.ActionId;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.automatic.Guard;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item with what is next for it.
///
/// @param customer code, in the company
/// @param remaining 0 when it is settled
public record ItemView(
        RowId id,
        String company,
        String customer,
        String customerName,
        String document,
        ItemKind kind,
        LocalDate documentDate,
        LocalDate dueDate,
        @Nullable String paymentMethod,
        String controlAccount,
        Money original,
        Money remaining,
        State state,
        Colour colour,
        Optional<Next> next,
        Optional<NoAction> noActionReason) {

    public enum State {
        OPEN,
        PARTLY_SETTLED,
        SETTLED
    }

    /// The next action.
    ///
    /// @param theoreticalDate anchor + delay, before it was moved to a working day
    /// @param heldUntil it was put off: nothing happens before this day is over; null: it was not
    /// @param stoppedBy why it did not go out by itself when it was to; null: it was not to, or went
    public record Next(
            ActionId id,
            String code,
            String label,
            ActionType type,
            Stage stage,
            LocalDate date,
            LocalDate theoreticalDate,
            @Nullable LocalDate heldUntil,
            @Nullable Guard stoppedBy) {}
}
