package io.encours.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One thing that differs between two versions of a strategy. Values are as `StrategyForm` writes them; empty: none.
public sealed interface Difference {

    /// A field of the strategy itself.
    record OfStrategy(String field, String before, String after) implements Difference {}

    /// A field of an action that is in both.
    record OfAction(StrategyAction action, String field, String before, String after) implements Difference {}

    record Added(StrategyAction action, int place) implements Difference {}

    record Removed(StrategyAction action) implements Difference {}

    /// Among the actions that are in both it stands elsewhere.
    record Moved(StrategyAction action, int from, int to) implements Difference {}

    /// In the order in which they are read: the strategy, what went, what came, what changed.
    static List<Difference> between(Strategy before, Strategy after) {
        var found = new ArrayList<Difference>();
        var was = StrategyForm.of(before);
        var is = StrategyForm.of(after);
        for (var field : List.of("label", "company", "default")) {
            var one = was.values().get(field);
            var other = is.values().get(field);
            if (!Objects.equals(one, other)) {
                found.add(new OfStrategy(field, Objects.requireNonNull(one), Objects.requireNonNull(other)));
            }
        }
        before.actions().stream()
                .filter(action -> after.action(action.code()).isEmpty())
                .map(Removed::new)
                .forEach(found::add);
        for (var place = 0; place < after.actions().size(); place++) {
            var action = after.actions().get(place);
            var place0 = place(before, action.code());
            if (place0.isEmpty()) {
                found.add(new Added(action, place + 1));
            } else {
                fields(was, place0.get(), is, place, action, found);
            }
        }
        moved(before, after, found);
        return found;
    }

    private static void fields(
            StrategyForm was, int place0, StrategyForm is, int place, StrategyAction action, List<Difference> found) {
        for (var field : StrategyForm.ACTION_FIELDS) {
            var one = was.value(place0, field);
            var other = is.value(place, field);
            if (!one.equals(other)) {
                found.add(new OfAction(action, field, one, other));
            }
        }
    }

    private static void moved(Strategy before, Strategy after, List<Difference> found) {
        var was = common(before, after);
        var is = common(after, before);
        for (var index = 0; index < is.size(); index++) {
            var code = is.get(index).code();
            if (!was.get(index).code().equals(code)) {
                found.add(new Moved(
                        is.get(index),
                        place(before, code).orElseThrow() + 1,
                        place(after, code).orElseThrow() + 1));
            }
        }
    }

    private static List<StrategyAction> common(Strategy of, Strategy with) {
        return of.actions().stream()
                .filter(action -> with.action(action.code()).isPresent())
                .toList();
    }

    private static Optional<Integer> place(Strategy strategy, String code) {
        return strategy.action(code).map(action -> strategy.actions().indexOf(action));
    }
}
