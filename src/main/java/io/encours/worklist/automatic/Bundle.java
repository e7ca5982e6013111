package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What one message speaks of: an item, or all items of a customer whose actions are grouped, in the words of the
/// firmest of them. What announces and what reminds are never one message.
record Bundle(List<Due> steps) {

    private static final Comparator<Due> FIRMNESS =
            Comparator.comparing(Due::stage).thenComparingInt(Due::level).thenComparingInt(Due::position);

    private record Shared(long customer, Optional<Channel> channel, boolean announces, String currency, long alone) {}

    static List<Bundle> of(List<Due> due) {
        var bundles = new LinkedHashMap<Shared, List<Due>>();
        for (var step : due) {
            var shared = new Shared(
                    step.item().customer(),
                    step.channel(),
                    step.purpose() == Purpose.ANNOUNCEMENT,
                    step.currency(),
                    step.perCustomer() ? 0 : step.item().id());
            bundles.computeIfAbsent(shared, key -> new ArrayList<>()).add(step);
        }
        return bundles.values().stream().map(Bundle::new).toList();
    }

    long customer() {
        return steps.getFirst().item().customer();
    }

    Due firmest() {
        return steps.stream().max(FIRMNESS).orElseThrow();
    }

    boolean isLetter() {
        return steps.getFirst().channel().filter(Channel.LETTER::equals).isPresent();
    }

    /// One step that waits for confirmation makes the message wait. A letter goes when a person prints it.
    boolean waits() {
        return !isLetter() && steps.stream().anyMatch(step -> step.mode() == Mode.AUTOMATIC_AFTER_CONFIRMATION);
    }

    List<Long> items() {
        return steps.stream().map(step -> step.item().id()).toList();
    }

    BigDecimal amount() {
        return steps.stream().map(Due::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
