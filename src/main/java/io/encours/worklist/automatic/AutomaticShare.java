package io.encours.worklist.automatic;

import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
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
import io.encours.receivable.Receivables;
import io.encours.strategy.Purpose;
import io.encours.worklist.Chasing;
import io.encours.worklist.ChasingSettings;
import io.encours.worklist.outgoing.Outgoing;
import java.time.Clock;
import java.time.Instant;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends what is due for some customers: decisions, events, messages and the new plan in one transaction.
@Component
class AutomaticShare {

    /// @param sent messages that go out in the morning or when their undo window is over, and letters to be printed
    /// @param toConfirm messages that wait for the recap
    /// @param items they speak of
    record Result(int sent, int toConfirm, int items, Map<Guard, Integer> stopped) {}

    /// What all customers of a run have in common.
    ///
    /// @param before day of the run before; null: there was none
    record Run(
            Company company,
            LocalDate day,
            @Nullable LocalDate before,
            boolean workingDay,
            Optional<LocalDate> ledgerKnownOn,
            ChasingSettings settings) {}

    private final AutomaticStore store;
    private final StopStore stops;
    private final Composer composer;
    private final Outbox outbox;
    private final MessageSteps steps;
    private final Letters letters;
    private final StillSo stillSo;
    private final ContactMarks marks;
    private final SendingHours hours;
    private final Receivables receivables;
    private final Chasing chasing;
    private final Clock clock;

    AutomaticShare(
            AutomaticStore store,
            StopStore stops,
            Composer composer,
            Outbox outbox,
            MessageSteps steps,
            Letters letters,
            StillSo stillSo,
            ContactMarks marks,
            SendingHours hours,
            Receivables receivables,
            Chasing chasing,
            Clock clock) {
        this.store = store;
        this.stops = stops;
        this.composer = composer;
        this.outbox = outbox;
        this.steps = steps;
        this.letters = letters;
        this.stillSo = stillSo;
        this.marks = marks;
        this.hours = hours;
        this.receivables = receivables;
        this.chasing = chasing;
        this.clock = clock;
    }

    /// Begins a run.
    Run run(Company company, LocalDate day) {
        return new Run(
                company,
                day,
                stops.ran(company.id(), day),
                store.isWorkingDay(company.calendar(), day),
                receivables.knownOn(company.id()),
                chasing.of(company.id()));
    }

    /// Takes back what waits for confirmation, or to be printed, and is no longer so; the run then writes what is.
    ///
    /// @return how many
    @Transactional
    public int withdraw(long companyId, LocalDate day) {
        var toConfirm = store.toConfirm(companyId);
        var toPrint = store.toPrint(companyId);
        stillSo.hold(Stream.concat(toConfirm.stream(), toPrint.stream())
                .map(RowId::customer)
                .distinct()
                .toList());
        var messages = stillSo.guards(Outgoing.Kind.MESSAGE, toConfirm, day);
        var reasons = new LinkedHashMap<RowId, String>();
        messages.forEach((message, guard) -> {
            if (guard.isUntrue()) {
                reasons.put(message, guard.messageKey());
            }
        });
        var letters = stillSo.guards(Outgoing.Kind.LETTER, toPrint, day);
        letters.values().removeIf(guard -> !guard.isUntrue());
        return outbox.withdraw(reasons)
                + this.letters.withdraw(companyId, letters.keySet()).size();
    }

    @Transactional
    public Result carryOut(Run run, List<Long> customerIds) {
        var customers = customerIds.toArray(Long[]::new);
        var due = store.lock(run.company.id(), run.day, customers);
        var reach = reach(run, store.balances(customers, run.day));
        var stopped = new LinkedHashMap<Due, Guard>();
        var alone = new ArrayList<Due>();
        for (var step : due) {
            Guard.of(sending(run, new Bundle(List.of(step)), reach).whateverTheAmount())
                    .ifPresentOrElse(guard -> stopped.put(step, guard), () -> alone.add(step));
        }
        var going = new ArrayList<Bundle>();
        for (var bundle : Bundle.of(alone)) {
            Guard.of(sending(run, bundle, reach))
                    .ifPresentOrElse(
                            guard -> bundle.steps().forEach(step -> stopped.put(step, guard)), () -> going.add(bundle));
        }
        var written = new LinkedHashMap<Bundle, RowId>();
        written.putAll(
                write(run, going.stream().filter(bundle -> !bundle.isLetter()).toList(), stopped));
        written.putAll(print(run, going.stream().filter(Bundle::isLetter).toList(), stopped));
        stops.stopped(run.company.id(), run.day, run.before, customers, stopped);
        var waiting = (int) written.keySet().stream().filter(Bundle::waits).count();
        return new Result(
                written.size() - waiting,
                waiting,
                written.keySet().stream()
                        .mapToInt(bundle -> bundle.steps().size())
                        .sum(),
                stopped.values().stream().collect(Collectors.toMap(guard -> guard, guard -> 1, Integer::sum)));
    }

    /// How the customers of a share are reached, and what speaks against it.
    private record Reach(Map<Long, AutomaticStore.Balance> balances, Map<String, List<ContactMark>> marks) {

        Set<ContactMark.Reason> against(AutomaticStore.Balance balance, Channel channel) {
            return balance.address(channel).map(address -> marks.getOrDefault(address, List.of())).stream()
                    .flatMap(List::stream)
                    .map(ContactMark::reason)
                    .collect(Collectors.toSet());
        }
    }

    private Reach reach(Run run, Map<Long, AutomaticStore.Balance> balances) {
        var addresses = balances.values().stream()
                .flatMap(balance -> Stream.of(Channel.values()).flatMap(channel -> balance.address(channel).stream()))
                .distinct()
                .toList();
        return new Reach(balances, marks.ofAll(run.company.id(), addresses));
    }

    private static Sending sending(Run run, Bundle bundle, Reach reach) {
        var first = bundle.steps().getFirst();
        var balance = Objects.requireNonNull(reach.balances().get(bundle.customer()));
        var channel = first.channel();
        return new Sending(
                run.day,
                run.ledgerKnownOn,
                run.settings,
                run.workingDay,
                channel.isPresent(),
                first.doneBefore(),
                first.takenOut(),
                channel.filter(balance::reaches).isPresent(),
                channel.map(way -> reach.against(balance, way)).orElse(Set.of()),
                balance.overdue(),
                balance.credits(),
                bundle.amount());
    }

    /// Letters wait for a print run; their steps are done with it.
    private Map<Bundle, RowId> print(Run run, List<Bundle> going, Map<Due, Guard> stopped) {
        var kept = new LinkedHashMap<Bundle, RowId>();
        going.stream()
                .collect(Collectors.groupingBy(AutomaticShare::use, LinkedHashMap::new, Collectors.toList()))
                .forEach((use, bundles) -> {
                    var deadline = use.purpose() == Purpose.REMINDER ? run.day.plusDays(LetterOrder.DAYS_TO_PAY) : null;
                    var orders = new LinkedHashMap<LetterOrder, Bundle>();
                    bundles.forEach(bundle -> orders.put(
                            new LetterOrder(bundle.customer(), bundle.items(), deadline, null, null), bundle));
                    var outcome = letters.createByItself(run.company.id(), use, List.copyOf(orders.keySet()), run.day);
                    outcome.made().forEach(made -> kept.put(orders.get(made.order()), made.id()));
                    outcome.refused()
                            .forEach(refusal -> Objects.requireNonNull(orders.get(refusal.order()))
                                    .steps()
                                    .forEach(step -> stopped.put(step, Guard.of(refusal.reason()))));
                });
        store.keep(Outgoing.Kind.LETTER, kept, run.company.id(), run.day);
        steps.done(Outgoing.Kind.LETTER, run.company.id(), kept.values(), run.day, null);
        return kept;
    }

    private Map<Bundle, RowId> write(Run run, List<Bundle> going, Map<Due, Guard> stopped) {
        var composed = new LinkedHashMap<Bundle, Composed>();
        going.stream()
                .collect(Collectors.groupingBy(AutomaticShare::use, LinkedHashMap::new, Collectors.toList()))
                .forEach((use, bundles) -> composed.putAll(compose(run, use, bundles, stopped)));
        var bundles = List.copyOf(composed.keySet());
        var morning = hours.earliest(run.company.id(), clock.instant());
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
        store.keep(Outgoing.Kind.MESSAGE, kept, run.company.id(), run.day);
        steps.done(
                Outgoing.Kind.MESSAGE,
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
                .map(bundle -> Composer.Order.about(bundle.customer(), bundle.items()))
                .toList();
        var made = new HashMap<About, Composed>();
        var reasons = new HashMap<Long, Guard>();
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
