package io.encours.worklist.automatic;

import io.encours.company.Company;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.outbox.Composed;
import io.encours.correspondence.outbox.Composer;
import io.encours.correspondence.outbox.NewMessage;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.correspondence.outbox.Outbox;
import io.encours.correspondence.outbox.Outbox.Written;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Receivables;
import io.encours.worklist.Chasing;
import io.encours.worklist.ChasingSettings;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.transaction.annotation.Transactional;

/// Sends what is due for some customers: decisions, events, messages and the new plan in one transaction.
@Component
class AutomaticShare {

    /// @param sent messages that go out when their undo window is over
    /// @param toConfirm messages that wait for the recap
    /// @param items they speak of
    record Result(int sent, int toConfirm, int items, Map<Guard, Integer> stopped) {}

    /// What all customers of a run have in common.
    record Run(
            Company company,
            LocalDate day,
            boolean workingDay,
            Optional<LocalDate> ledgerKnownOn,
            ChasingSettings settings) {}

    private final AutomaticStore store;
    private final Composer composer;
    private final Outbox outbox;
    private final MessageSteps steps;
    private final Receivables receivables;
    private final Chasing chasing;

    AutomaticShare(
            AutomaticStore store,
            Composer composer,
            Outbox outbox,
            MessageSteps steps,
            Receivables receivables,
            Chasing chasing) {
        this.store = store;
        this.composer = composer;
        this.outbox = outbox;
        this.steps = steps;
        this.receivables = receivables;
        this.chasing = chasing;
    }

    Run run(Company company, LocalDate day) {
        return new Run(
                company,
                day,
                store.isWorkingDay(company.calendar(), day),
                receivables.knownOn(company.id()),
                chasing.of(company.id()));
    }

    /// Takes back messages that wait for confirmation and say what is no longer so; the next run writes what is.
    ///
    /// @return how many
    @Transactional
    public int withdraw(long companyId, LocalDate day) {
        var outdated = store.outdated(companyId, day);
        // First, so that they do not count as taken out by a person.
        store.markWithdrawn(outdated);
        return outbox.withdraw(outdated);
    }

    @Transactional
    public Result carryOut(Run run, List<Long> customerIds) {
        var customers = customerIds.toArray(Long[]::new);
        var due = store.lock(run.company.id(), run.day, customers);
        var balances = store.balances(customers, run.day);
        var stopped = new LinkedHashMap<Due, Guard>();
        var alone = new ArrayList<Due>();
        for (var step : due) {
            Guard.of(sending(run, new Bundle(List.of(step)), balances).whateverTheAmount())
                    .ifPresentOrElse(guard -> stopped.put(step, guard), () -> alone.add(step));
        }
        var going = new ArrayList<Bundle>();
        for (var bundle : Bundle.of(alone)) {
            Guard.of(sending(run, bundle, balances))
                    .ifPresentOrElse(
                            guard -> bundle.steps().forEach(step -> stopped.put(step, guard)), () -> going.add(bundle));
        }
        var written = write(run, going, stopped);
        store.stopped(run.company.id(), run.day, customers, stopped);
        var waiting = (int) written.keySet().stream().filter(Bundle::waits).count();
        return new Result(
                written.size() - waiting,
                waiting,
                written.keySet().stream()
                        .mapToInt(bundle -> bundle.steps().size())
                        .sum(),
                stopped.values().stream().collect(Collectors.toMap(guard -> guard, guard -> 1, Integer::sum)));
    }

    private static Sending sending(Run run, Bundle bundle, Map<Long, AutomaticStore.Balance> balances) {
        var first = bundle.steps().getFirst();
        var balance = Objects.requireNonNull(balances.get(bundle.customer()));
        var channel = first.channel();
        return new Sending(
                run.day,
                run.ledgerKnownOn,
                run.settings,
                run.workingDay,
                channel.isPresent(),
                first.doneBefore(),
                first.takenOut(),
                channel.filter(way -> switch (way) {
                            case EMAIL -> balance.email();
                            case SMS -> balance.phone();
                            case LETTER -> false;
                        })
                        .isPresent(),
                balance.overdue(),
                balance.credits(),
                bundle.amount());
    }

    private Map<Bundle, RowId> write(Run run, List<Bundle> going, Map<Due, Guard> stopped) {
        var composed = new LinkedHashMap<Bundle, Composed>();
        going.stream()
                .collect(Collectors.groupingBy(AutomaticShare::use, LinkedHashMap::new, Collectors.toList()))
                .forEach((use, bundles) -> composed.putAll(compose(run, use, bundles, stopped)));
        var bundles = List.copyOf(composed.keySet());
        var written = outbox.writeAll(bundles.stream()
                .map(bundle -> message(bundle, Objects.requireNonNull(composed.get(bundle))))
                .toList());
        var kept = new LinkedHashMap<Bundle, RowId>();
        for (var index = 0; index < bundles.size(); index++) {
            switch (written.get(index)) {
                case Written.Kept(var id) -> kept.put(bundles.get(index), id);
                case Written.Duplicate duplicate -> {}
            }
        }
        store.keep(kept, run.company.id(), run.day);
        steps.done(
                run.company.id(),
                kept.entrySet().stream()
                        .filter(entry -> !entry.getKey().waits())
                        .map(Map.Entry::getValue)
                        .toList(),
                run.day,
                null);
        return kept;
    }

    /// Of several messages to a customer each is known by its items.
    private record About(long customer, Set<Long> items) {}

    private Map<Bundle, Composed> compose(Run run, TemplateUse use, List<Bundle> bundles, Map<Due, Guard> stopped) {
        var scope = new Scope(0, Set.of(run.company.id()), Scope.Portfolio.EVERYONE);
        var orders = bundles.stream()
                .map(bundle -> Composer.Order.about(
                        bundle.customer(),
                        bundle.steps().stream().map(step -> step.item().id()).toList()))
                .toList();
        var made = new HashMap<About, Composed>();
        var reasons = new HashMap<Long, Guard>();
        try {
            var outcome = composer.compose(scope, run.company.id(), use, orders, run.day);
            outcome.made()
                    .forEach(each -> made.put(
                            new About(
                                    each.customer().id(),
                                    each.items().stream()
                                            .map(item -> item.id())
                                            .collect(Collectors.toCollection(TreeSet::new))),
                            each));
            outcome.refused().forEach(refusal -> reasons.put(refusal.customerId(), Guard.of(refusal.reason())));
        } catch (Problem noTemplate) {
            bundles.forEach(bundle -> reasons.put(bundle.customer(), Guard.NO_TEMPLATE));
        }
        var found = new LinkedHashMap<Bundle, Composed>();
        for (var bundle : bundles) {
            var items = bundle.steps().stream()
                    .map(step -> step.item().id())
                    .collect(Collectors.toCollection(TreeSet::new));
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

    private static NewMessage message(Bundle bundle, Composed composed) {
        return composed.message(
                bundle.waits() ? Release.AFTER_CONFIRMATION : Release.AUTOMATIC,
                null,
                bundle.steps().stream()
                        .collect(Collectors.toMap(step -> step.item().id(), Due::occurrence)),
                List.of());
    }
}
