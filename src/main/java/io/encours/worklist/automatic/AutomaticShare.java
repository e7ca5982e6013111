package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends what is due for some customers: decisions, events, messages and the new plan in one transaction.
@Component
class AutomaticShare {

    /// @param sent messages that go out in the morning or when their undo window is over, and letters to be printed
    /// @param toConfirm messages that wait for the recap
    /// @param items they speak of
    record Result(int sent, int toConfirm, int items, Map<Guard, Integer> stopped) {}

    private final DueStore due;
    private final ContactMarks marks;
    private final AutomaticWriting writing;
    private final StopStore stops;

    AutomaticShare(DueStore due, ContactMarks marks, AutomaticWriting writing, StopStore stops) {
        this.due = due;
        this.marks = marks;
        this.writing = writing;
        this.stops = stops;
    }

    @Transactional
    public Result carryOut(AutomaticRun run, List<Long> customerIds) {
        var customers = customerIds.toArray(Long[]::new);
        var steps = due.lock(run.company().id(), run.day(), customers);
        var reach = reach(run, due.balances(customers, run.day()));
        var stopped = new LinkedHashMap<Due, Guard>();
        var alone = new ArrayList<Due>();
        for (var step : steps) {
            Guard.of(sending(run, new Bundle(List.of(step)), reach).whateverTheAmount())
                    .ifPresentOrElse(guard -> stopped.put(step, guard), () -> alone.add(step));
        }
        var going = new ArrayList<Bundle>();
        for (var bundle : Bundle.of(alone)) {
            Guard.of(sending(run, bundle, reach))
                    .ifPresentOrElse(
                            guard -> bundle.steps().forEach(step -> stopped.put(step, guard)), () -> going.add(bundle));
        }
        var written = writing.write(run, going, stopped);
        stops.stopped(run.company().id(), run.day(), run.before(), customers, stopped);
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
    private record Reach(Map<Long, DueStore.Balance> balances, Map<String, List<ContactMark>> marks) {

        Set<ContactMark.Reason> against(DueStore.Balance balance, Channel channel) {
            return balance.address(channel).map(address -> marks.getOrDefault(address, List.of())).stream()
                    .flatMap(List::stream)
                    .map(ContactMark::reason)
                    .collect(Collectors.toSet());
        }
    }

    private Reach reach(AutomaticRun run, Map<Long, DueStore.Balance> balances) {
        var addresses = balances.values().stream()
                .flatMap(balance -> Stream.of(Channel.values()).flatMap(channel -> balance.address(channel).stream()))
                .distinct()
                .toList();
        return new Reach(balances, marks.ofAll(run.company().id(), addresses));
    }

    private static Sending sending(AutomaticRun run, Bundle bundle, Reach reach) {
        var first = bundle.steps().getFirst();
        var balance = Objects.requireNonNull(reach.balances().get(bundle.customer()));
        var channel = first.channel();
        return new Sending(
                run.day(),
                run.ledgerKnownOn(),
                run.settings(),
                run.workingDay(),
                channel.isPresent(),
                first.doneBefore(),
                first.takenOut(),
                channel.filter(balance::reaches).isPresent(),
                channel.map(way -> reach.against(balance, way)).orElse(Set.of()),
                balance.overdue(),
                balance.credits(),
                bundle.amount());
    }
}
