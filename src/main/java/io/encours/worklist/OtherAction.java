package io.encours.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The action that takes the place of the planned one: an action of the strategy by its code, or any type.
///
/// @param code of an action of the customer's strategy; null: `type` says what to do
/// @param type name of an `ActionType`
/// @param date when; null: the date of the step it replaces
public record OtherAction(
        @Nullable String code,
        @Nullable String type,
        @Nullable LocalDate date) {}
