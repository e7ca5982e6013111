package io.encours.strategy.web;

import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.strategy.Strategies.Saved;
import io.encours.strategy.Strategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the editor shows.
///
/// @param strategy as it is saved; null: a new one
/// @param form what stands in the fields, not saved yet
/// @param actions how many the form has
/// @param isReviewed nothing is wrong, what would change is shown, and it can be saved
/// @param newer somebody else has saved this version meanwhile; 0: nobody has
public record EditorView(
        @Nullable Strategy strategy,
        Form form,
        int actions,
        StrategyChoices choices,
        boolean mayWrite,
        boolean isReviewed,
        int newer,
        int customers,
        Optional<Saved> saved) {

    public String path() {
        return strategy == null ? "/strategies" : "/strategies/" + Address.part(strategy.code());
    }

    /// Where it is said what would change.
    public String changesPath() {
        return "/strategies/" + Address.part(form.value("code").strip()) + "/changes";
    }

    /// The version that was read when the form was opened; 0: none.
    public String version() {
        return form.value("version");
    }

    /// Something is wrong with this action: it is opened.
    public boolean isWrong(int action) {
        return form.errors().keySet().stream().anyMatch(field -> field.startsWith("actions[" + action + "]"));
    }

    public boolean isWrong() {
        return form.errors().keySet().stream().anyMatch(field -> !field.isEmpty());
    }
}
