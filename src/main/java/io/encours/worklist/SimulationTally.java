package io.encours.worklist;

import io.encours.strategy.ActionType;
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.Simulation.Day;
import io.encours.worklist.Simulation.Load;
import io.encours.worklist.Simulation.Step;
import io.encours.worklist.SimulationStore.Agent;
import io.encours.worklist.SimulationStore.Crowd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Counts the actions of a simulation by day, step and agent.
final class SimulationTally {

    /// Stands for "no agent".
    private static final long NOBODY = 0;

    private final LocalDate from;
    private final LocalDate to;
    private final String currency;
    private final Map<LocalDate, Map<String, Step>> days = new TreeMap<>();
    private final Map<Long, Map<ActionType, Integer>> agents = new HashMap<>();
    private int items;

    SimulationTally(LocalDate from, LocalDate to, String currency) {
        this.from = from;
        this.to = to;
        this.currency = currency;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    void meets(int number) {
        items += number;
    }

    void add(LocalDate day, Planned planned, Crowd crowd) {
        var step = new Step(planned.code(), planned.label(), planned.type(), crowd.items(), crowd.amount());
        days.computeIfAbsent(day, key -> new TreeMap<>())
                .merge(planned.code() + ' ' + planned.type(), step, SimulationTally::together);
        agents.computeIfAbsent(
                        Objects.requireNonNullElse(crowd.agentId(), NOBODY), key -> new EnumMap<>(ActionType.class))
                .merge(planned.type(), crowd.items(), Integer::sum);
    }

    private static Step together(Step one, Step other) {
        return new Step(
                one.code(),
                one.label(),
                one.type(),
                one.actions() + other.actions(),
                one.amount().add(other.amount()));
    }

    Simulation result(Function<Collection<Long>, Map<Long, Agent>> people) {
        var byDay = days.entrySet().stream()
                .map(entry -> new Day(entry.getKey(), byType(entry.getValue().values()), sorted(entry.getValue())))
                .toList();
        var known = people.apply(agents.keySet());
        var loads = agents.entrySet().stream()
                .map(entry -> load(known.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(Load::total).reversed())
                .toList();
        return new Simulation(
                from, to, currency, items, byDay.stream().mapToInt(Day::total).sum(), byDay, loads);
    }

    private static Load load(@Nullable Agent agent, Map<ActionType, Integer> actions) {
        return new Load(
                agent == null ? null : agent.login(),
                agent == null ? null : agent.name(),
                actions,
                actions.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Map<ActionType, Integer> byType(Collection<Step> steps) {
        var actions = new EnumMap<ActionType, Integer>(ActionType.class);
        steps.forEach(step -> actions.merge(step.type(), step.actions(), Integer::sum));
        return actions;
    }

    private static List<Step> sorted(Map<String, Step> steps) {
        return steps.values().stream()
                .sorted(Comparator.comparingInt(Step::actions).reversed())
                .map(step -> new Step(step.code(), step.label(), step.type(), step.actions(), cents(step.amount())))
                .toList();
    }

    private static BigDecimal cents(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()));
    }
}
