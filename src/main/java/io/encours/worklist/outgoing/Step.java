package io.encours.worklist.outgoing;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyAction;
import java.util.Optional;

/// The planned action of an item that is to be carried out.
///
/// @param level how firm it speaks: its place among the messages of its purpose in the strategy, from 1
public record Step(RowId item, long companyId, StrategyAction action, int level) {

    private static final int FIRMEST = 9;

    /// @param strategy that planned the action
    public static Step of(RowId item, long companyId, Optional<Strategy> strategy, StrategyAction action) {
        var before = strategy.stream()
                .flatMap(each -> each.actions().stream())
                .takeWhile(each -> !each.code().equals(action.code()))
                .filter(each -> each.purpose() == action.purpose()
                        && Channel.of(each.type()).isPresent())
                .count();
        var isOfStrategy = strategy.flatMap(each -> each.action(action.code())).isPresent();
        return new Step(item, companyId, action, isOfStrategy ? (int) Math.min(before + 1, FIRMEST) : 1);
    }

    /// The strategy's action of this code; one that somebody chose in its place is a reminder, one for all items of the
    /// customer.
    public static StrategyAction action(
            Optional<Strategy> strategy, String code, String label, ActionType type, Stage stage) {
        return strategy.flatMap(each -> each.action(code))
                .filter(action -> action.type() == type)
                .orElseGet(() -> new StrategyAction(
                        code,
                        label,
                        type,
                        Purpose.REMINDER,
                        0,
                        Anchor.DUE_DATE,
                        null,
                        null,
                        stage,
                        Mode.MANUAL,
                        true,
                        null,
                        null,
                        false));
    }
}
