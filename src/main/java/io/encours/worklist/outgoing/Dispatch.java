package io.encours.worklist.outgoing;

import io.encours.correspondence.Turns;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes what validated actions send, each by its carrier, and takes it back. Runs in the transaction of the
/// decision.
@Component
public class Dispatch {

    /// @param made by item; items of one errand have the same. Items whose action sends nothing are missing
    /// @param refused by item
    public record Dispatched(Map<RowId, Outgoing> made, Map<RowId, Why> refused) {

        public static final Dispatched NOTHING = new Dispatched(Map.of(), Map.of());
    }

    private final List<Carrier> carriers;
    private final Turns turns;

    Dispatch(List<Carrier> carriers, Turns turns) {
        this.carriers = List.copyOf(carriers);
        this.turns = turns;
    }

    public Dispatched carryOut(SignedIn user, Scope scope, List<Step> steps) {
        var made = new HashMap<RowId, Outgoing>();
        var refused = new HashMap<RowId, Why>();
        var errands = errands(steps);
        if (errands.isEmpty()) {
            return new Dispatched(made, refused);
        }
        // All at first and in one order, whichever carriers they then go to.
        turns.take(errands.values().stream()
                .flatMap(List::stream)
                .map(Errand::customerId)
                .toList());
        errands.forEach((carrier, some) -> carrier.carry(user, scope, some).forEach((errand, result) -> {
            switch (result) {
                case Errand.Result.Made(var what) -> errand.items().forEach(item -> made.put(item, what));
                case Errand.Result.Refused(var why) -> errand.items().forEach(item -> refused.put(item, why));
            }
        }));
        return new Dispatched(made, refused);
    }

    /// @return what could be taken back; the rest has gone
    public Set<Outgoing> takeBack(SignedIn user, Scope scope, Collection<Outgoing> wanted) {
        var taken = new HashSet<Outgoing>();
        wanted.stream()
                .collect(Collectors.groupingBy(Outgoing::kind, Collectors.mapping(Outgoing::id, Collectors.toList())))
                .forEach((kind, ids) ->
                        carrier(kind).takeBack(user, scope, ids).forEach(id -> taken.add(new Outgoing(kind, id))));
        return taken;
    }

    /// What validating such an action makes; empty: nothing.
    public Optional<Outgoing.Kind> kindOf(StrategyAction action) {
        return carrierOf(action).map(Carrier::kind);
    }

    /// What carrying out this step alone would send; empty: nothing that can be shown before.
    public Optional<Preview> preview(Scope scope, Step step) {
        return carrierOf(step.action())
                .flatMap(carrier -> carrier.preview(
                        scope, new Errand(step.companyId(), List.of(step.item()), step.action(), step.level())));
    }

    /// By carrier, in the order of the steps.
    private Map<Carrier, List<Errand>> errands(List<Step> steps) {
        var errands = new LinkedHashMap<Carrier, List<Errand>>();
        var shared = new LinkedHashMap<Shared, List<Step>>();
        for (var step : steps) {
            carrierOf(step.action())
                    .ifPresent(carrier -> shared.computeIfAbsent(Shared.of(carrier, step), key -> new ArrayList<>())
                            .add(step));
        }
        shared.forEach((key, some) -> {
            var first = some.getFirst();
            errands.computeIfAbsent(key.carrier(), carrier -> new ArrayList<>())
                    .add(new Errand(
                            first.companyId(), some.stream().map(Step::item).toList(), first.action(), first.level()));
        });
        return errands;
    }

    /// What steps have in common that make one message together.
    ///
    /// @param item null: the action is for all items of the customer
    private record Shared(
            Carrier carrier,
            long customerId,
            StrategyAction action,
            int level,
            @Nullable RowId item) {

        static Shared of(Carrier carrier, Step step) {
            var action = step.action();
            return new Shared(
                    carrier, step.item().customer(), action, step.level(), action.perCustomer() ? null : step.item());
        }
    }

    private Optional<Carrier> carrierOf(StrategyAction action) {
        return carriers.stream().filter(carrier -> carrier.carries(action)).findFirst();
    }

    private Carrier carrier(Outgoing.Kind kind) {
        return carriers.stream()
                .filter(carrier -> carrier.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
