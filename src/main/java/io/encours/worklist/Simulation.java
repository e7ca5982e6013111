package io.encours.worklist;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.encours.strategy.ActionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many actions would fall on each day if nothing were paid and every action were done on its day.
///
/// @param from first day, today
/// @param to last day
/// @param currency of the amounts
/// @param items that are chased by the strategy
/// @param days working days and others on which an action falls, in their order
/// @param agents who would have them to do, the most loaded first
public record Simulation(
        LocalDate from, LocalDate to, String currency, int items, int actions, List<Day> days, List<Load> agents) {

    /// @param actions by type, only those that fall on the day
    /// @param steps of the strategy, in the order of their numbers
    public record Day(LocalDate date, Map<ActionType, Integer> actions, List<Step> steps) {

        public int total() {
            return actions.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int count(ActionType type) {
            return actions.getOrDefault(type, 0);
        }
    }

    /// @param amount still to be paid on the items of the action
    public record Step(
            String code,
            String label,
            ActionType type,
            int actions,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

    /// @param agent login; null: customers without an agent
    public record Load(@Nullable String agent, @Nullable String name, Map<ActionType, Integer> actions, int total) {}

    /// The types that occur, in their order.
    public List<ActionType> types() {
        return days.stream()
                .flatMap(day -> day.actions().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public int count(ActionType type) {
        return days.stream().mapToInt(day -> day.count(type)).sum();
    }
}
