package io.encours.worklist.mirror;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import org.jspecify.annotations.Nullable;

/// What lines of the plan have in common: an installation has a few hundred of these. A credit has an account and a
/// currency only.
///
/// @param code of the action; null: a credit of the customer
/// @param position in the strategy, `Integer.MAX_VALUE` without one
public record Step(
        @Nullable String code,
        @Nullable String label,
        @Nullable ActionType type,
        @Nullable Stage stage,
        int position,
        String controlAccount,
        String currency) {

    public boolean isAction() {
        return code != null;
    }
}
