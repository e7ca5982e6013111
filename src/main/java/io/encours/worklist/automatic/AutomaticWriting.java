package io.encours.worklist.automatic;

import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.Composed;
import io.encours.correspondence.outbox.Composer;
import io.encours.correspondence.outbox.NewMessage;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.correspondence.outbox.Outbox;
import io.encours.correspondence.outbox.Outbox.Written;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.Purpose;
import io.encours.worklist.outgoing.Outgoing;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Writes what no guard stopped: messages, which wait for their hour or for a person, and letters, which wait
/// for a print run.
@Component
class AutomaticWriting {

    private final Composer composer;
    private final Outbox outbox;
    private final Letters letters;
    private final StepStore store;
    private final MessageSteps steps;
    private final SendingHours hours;
    private final Clock clock;

    AutomaticWriting(
            Composer composer,
            Outbox outbox,
            Letters letters,
            StepStore store,
            MessageSteps steps,
            SendingHours hours,
            Clock clock) {
        this.composer = composer;
        this.outbox = outbox;
        this.letters = letters;
        this.store = store;
        this.steps = steps;
        this.hours = hours;
        this.clock = clock;
    }

    /// In the transaction of the caller, who holds the plan of the customers.
    ///
    /// @param stopped gets what cannot be written after all, and why
    Map<Bundle, RowId> write(AutomaticRun run, List<Bundle> going, Map<Due, Guard> stopped) {
        var written = new LinkedHashMap<Bundle, RowId>();
        written.putAll(messages(
                run, going.stream().filter(bundle -> !bundle.isLetter()).toList(), stopped));
        written.putAll(letters(run, going.stream().filter(Bundle::isLetter).toList(), stopped));
        return written;
    }

    /// Letters wait for a print run; their steps are done with it.
    private Map<Bundle, RowId> letters(AutomaticRun run, List<Bundle> going, Map<Due, Guard> stopped) {
        var kept = new LinkedHashMap<Bundle, RowId>();
        going.stream()
                .collect(Collectors.groupingBy(AutomaticWriting::use, LinkedHashMap::new, Collectors.toList()))
                .forEach((use, bundles) -> {
                    var deadline =
                            use.purpose() == Purpose.REMINDER ? run.day().plusDays(LetterOrder.DAYS_TO_PAY) : null;
                    var orders = new LinkedHashMap<LetterOrder, Bundle>();
                    bundles.forEach(bundle -> orders.put(
                            new LetterOrder(bundle.customer(), bundle.items(), deadline, null, null), bundle));
                    var outcome =
                            letters.createByItself(run.company().id(), use, List.copyOf(orders.keySet()), run.day());
                    outcome.made().forEach(made -> kept.put(orders.get(made.order()), made.id()));
                    outcome.refused()
                            .forEach(refusal -> Objects.requireNonNull(orders.get(refusal.order()))
                                    .steps()
                                    .forEach(step -> stopped.put(step, Guard.of(refusal.reason()))));
                });
        store.keep(Outgoing.Kind.LETTER, kept, run.company().id(), run.day());
        steps.done(Outgoing.Kind.LETTER, run.company().id(), kept.values(), run.day(), null);
        return kept;
    }

    private Map<Bundle, RowId> messages(AutomaticRun run, List<Bundle> going, Map<Due, Guard> stopped) {
        var composed = new LinkedHashMap<Bundle, Composed>();
        going.stream()
                .collect(Collectors.groupingBy(AutomaticWriting::use, LinkedHashMap::new, Collectors.toList()))
                .forEach((use, bundles) -> composed.putAll(compose(run, use, bundles, stopped)));
        var bundles = List.copyOf(composed.keySet());
        var morning = hours.earliest(run.company().id(), clock.instant());
        var written = outbox.writeAll(bundles.stream()
                .map(bundle -> message(bundle, Objects.requireNonNull(composed.get(bundle)), morning))
                .toList());
        var kept = new LinkedHashMap<Bundle, RowId>();
        for (var index = 0; index < bundles.size(); index++) {
            switch (written.get(index)) {
                case Written.Kept(var id) -> kept.put(bundles.get(index), id);
                case Written.Duplicate duplicate -> {}
            }
        }
        store.keep(Outgoing.Kind.MESSAGE, kept, run.company().id(), run.day());
        steps.done(
                Outgoing.Kind.MESSAGE,
                run.company().id(),
                kept.entrySet().stream()
                        .filter(entry -> !entry.getKey().waits())
                        .map(Map.Entry::getValue)
                        .toList(),
                run.day(),
                null);
        return kept;
    }

    /// Of several messages to a customer each is known by its items.
    private record About(long customer, Set<Long> items) {}

    private Map<Bundle, Composed> compose(
            AutomaticRun run, TemplateUse use, List<Bundle> bundles, Map<Due, Guard> stopped) {
        var scope = new Scope(0, Set.of(run.company().id()), Scope.Portfolio.EVERYONE);
        var orders = bundles.stream()
                .map(bundle -> Composer.Order.about(bundle.customer(), bundle.items()))
                .toList();
        var made = new HashMap<About, Composed>();
        var reasons = new HashMap<Long, Guard>();
        var outcome = composer.compose(scope, run.company().id(), use, orders, run.day());
        outcome.made()
                .forEach(each -> made.put(
                        new About(
                                each.customer().id(),
                                each.items().stream()
                                        .map(item -> item.id())
                                        .collect(Collectors.toCollection(TreeSet::new))),
                        each));
        outcome.refused().forEach(refusal -> reasons.put(refusal.customerId(), Guard.of(refusal.reason())));
        var found = new LinkedHashMap<Bundle, Composed>();
        for (var bundle : bundles) {
            var items = new TreeSet<>(bundle.items());
            Optional.ofNullable(made.get(new About(bundle.customer(), items)))
                    .ifPresentOrElse(
                            each -> found.put(bundle, each),
                            () -> bundle.steps()
                                    .forEach(step -> stopped.put(
                                            step, reasons.getOrDefault(bundle.customer(), Guard.NOTHING_TO_SAY))));
        }
        return found;
    }

    /// The language is that of each customer.
    private static TemplateUse use(Bundle bundle) {
        var firmest = bundle.firmest();
        return new TemplateUse(
                firmest.channel().orElseThrow(),
                firmest.purpose(),
                firmest.stage(),
                firmest.level(),
                "fr",
                firmest.template());
    }

    /// What nobody confirms waits for the morning, when there was time to stop it.
    private static NewMessage message(Bundle bundle, Composed composed, Instant morning) {
        var message = composed.message(
                bundle.waits() ? Release.AFTER_CONFIRMATION : Release.AUTOMATIC,
                null,
                bundle.steps().stream()
                        .collect(Collectors.toMap(step -> step.item().id(), Due::occurrence)),
                List.of());
        return bundle.waits() ? message : message.held(morning);
    }
}
