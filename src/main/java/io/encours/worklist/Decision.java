package io.encours.worklist;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is next for an open item.
public sealed interface Decision {

    /// @param occurrence number of the step on the item, from 1
    /// @param position in the strategy, from 1; null: a replacement of a step that the strategy no longer has
    /// @param theoreticalDate anchor + delay
    /// @param actionDate the same, moved to a working day (A9)
    /// @param replaced another action took the step's place
    /// @param heldUntil it was put off: the item waits until the end of this day; null: it was not
    record Planned(
            int occurrence,
            @Nullable Integer position,
            String code,
            String label,
            ActionType type,
            Stage stage,
            LocalDate theoreticalDate,
            LocalDate actionDate,
            boolean replaced,
            @Nullable LocalDate heldUntil)
            implements Decision {}

    /// @param until when the reason ends; null: not known
    record None(int occurrence, NoAction reason, @Nullable LocalDate until) implements Decision {}
}
