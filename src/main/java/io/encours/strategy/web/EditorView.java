package io.encours.strategy.web;

import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.strategy.ActionType;
import io.encours.strategy.Strategies.Saved;
import io.encours.strategy.Strategy;
import io.encours.strategy.TemplateDoubts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /// What is doubtful about the template of an action, in words; null: nothing is.
    ///
    /// @param path of the action
    public @Nullable String doubt(String path, Page page) {
        var template = form.value(path + "template");
        return Arrays.stream(ActionType.values())
                .filter(type -> type.name().equals(form.value(path + "type")))
                .findFirst()
                .flatMap(type -> TemplateDoubts.of(choices.knownTemplates(), type, template))
                .map(code -> page.t(code, template))
                .orElse(null);
    }

    /// How many actions name a doubtful template.
    public int doubts(Page page) {
        return (int) IntStream.range(0, actions)
                .filter(action -> doubt("actions[" + action + "].", page) != null)
                .count();
    }

    public boolean isWrong() {
        return form.errors().keySet().stream().anyMatch(field -> !field.isEmpty());
    }
}
