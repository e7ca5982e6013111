package io.encours.worklist;

import io.encours.platform.BusinessCalendar;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that the next action of an item depends on.
///
/// @param sequence the actions of the strategy that the customer follows; empty: there is none
/// @param done steps done or ignored, in their order, without those undone
/// @param replacement of the next step by another action
/// @param spacing days between two actions on an item, at least (A5b)
record Situation(
        Item item,
        Optional<List<StrategyAction>> sequence,
        List<DoneStep> done,
        Optional<Replacement> replacement,
        BusinessCalendar calendar,
        int spacing) {

    /// @param remaining positive = owed by the customer
    /// @param seenOn business day on which it came into the application; null: not known
    record Item(
            ItemKind kind,
            BigDecimal remaining,
            String controlAccount,
            boolean customerUnidentified,
            LocalDate dueDate,
            @Nullable String paymentMethod,
            @Nullable LocalDate presentedOn,
            @Nullable LocalDate rejectedOn,
            @Nullable LocalDate seenOn) {}

    /// @param stepCode of the strategy's action, also when another one was done in its place
    /// @param isFinal the item left the strategy with it
    /// @param validated it was done; false: skipped
    /// @param heldUntil the item waits until the end of this day, see `Outcome.holds`; null: it goes on
    record DoneStep(
            String stepCode,
            LocalDate theoreticalDate,
            LocalDate doneOn,
            boolean isFinal,
            boolean validated,
            @Nullable LocalDate heldUntil) {}

    record Replacement(
            String replacedCode, String code, String label, ActionType type, Stage stage, LocalDate theoreticalDate) {}

    Optional<DoneStep> lastDone() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
    }

    /// The last day on which something was done; what was skipped was not done.
    Optional<LocalDate> actedOn() {
        return done.stream().filter(DoneStep::validated).map(DoneStep::doneOn).max(LocalDate::compareTo);
    }

    int occurrence() {
        return done.size() + 1;
    }
}
