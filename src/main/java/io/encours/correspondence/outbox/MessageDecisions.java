package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is decided on messages that have not gone: they may go, or are stopped. One or many, at the cost of few
/// statements.
@Service
public class MessageDecisions {

    private final Messages messages;
    private final MessageLists lists;
    private final MessageStore store;
    private final MessageEvents events;
    private final Stopping stopping;
    private final Clearance clearance;
    private final SendingSettings settings;
    private final Companies companies;
    private final Clock clock;

    MessageDecisions(
            Messages messages,
            MessageLists lists,
            MessageStore store,
            MessageEvents events,
            Stopping stopping,
            Clearance clearance,
            SendingSettings settings,
            Companies companies,
            Clock clock) {
        this.messages = messages;
        this.lists = lists;
        this.store = store;
        this.events = events;
        this.stopping = stopping;
        this.clearance = clearance;
        this.settings = settings;
        this.companies = companies;
        this.clock = clock;
    }

    /// What became of letting many messages go, or stopping them.
    ///
    /// @param leftOut the others, as far as they are within the scope
    public record Batch(List<RowId> done, List<LeftOut> leftOut) {}

    /// A message that stays as it is, or was withdrawn because what it says is no longer so.
    ///
    /// @param code for programs
    /// @param messageKey why, in a message file
    public record LeftOut(
            RowId id, String company, String customer, String customerName, String code, String messageKey) {

        static LeftOut of(Message message, String code, String messageKey) {
            return new LeftOut(
                    message.id(), message.company(), message.customer(), message.customerName(), code, messageKey);
        }

        static LeftOut inState(Message message) {
            var state = message.state().name();
            return of(message, state.name(), "correspondence.message.problem.state." + state.name());
        }
    }

    /// Lets a message go that waits for confirmation.
    ///
    /// @throws Problem not found, also outside of the scope; forbidden for who only reads; conflict when it
    ///     does not wait for confirmation (any more), or with the reason when what it says is no longer so
    @Transactional
    public Message confirm(SignedIn user, Scope scope, RowId id) {
        var message = messages.writable(user, scope, id);
        if (message.state().name() != Name.TO_CONFIRM) {
            throw Messages.conflict(message);
        }
        var objection = clearance.objections(List.of(id)).get(id);
        if (objection != null) {
            throw Problem.conflict(objection.messageKey());
        }
        if (store.confirm(Map.of(id, dueAt(message, times()))).isEmpty()) {
            throw Messages.conflict(messages.get(scope, id));
        }
        events.confirmed(user, List.of(message));
        return messages.get(scope, id);
    }

    /// Lets all of these go that wait for confirmation and are within the scope, in one transaction of few
    /// statements. What is no longer so is withdrawn, to be written anew; what may go another day goes on
    /// waiting.
    @Transactional
    public Batch confirmAll(SignedIn user, Scope scope, Collection<RowId> ids) {
        Messages.refuseReader(user);
        var found = lists.all(scope, ids);
        var waiting = found.stream()
                .filter(message -> message.state().name() == Name.TO_CONFIRM)
                .toList();
        var objections = clearance.objections(waiting.stream().map(Message::id).toList());
        var withdrawn = new HashMap<RowId, String>();
        objections.forEach((id, objection) -> {
            if (objection.isUntrue()) {
                withdrawn.put(id, objection.messageKey());
            }
        });
        stopping.withdraw(withdrawn);
        var times = times();
        var due = new HashMap<RowId, Instant>();
        waiting.stream()
                .filter(message -> !objections.containsKey(message.id()))
                .forEach(message -> due.put(message.id(), dueAt(message, times)));
        var confirmed = Set.copyOf(store.confirm(due));
        events.confirmed(
                user,
                waiting.stream()
                        .filter(message -> confirmed.contains(message.id()))
                        .toList());
        return batch(
                found,
                confirmed,
                message -> Optional.ofNullable(objections.get(message.id()))
                        .map(objection -> LeftOut.of(message, objection.code(), objection.messageKey())));
    }

    private Batch batch(List<Message> wanted, Set<RowId> done, Function<Message, Optional<LeftOut>> why) {
        var others =
                wanted.stream().filter(message -> !done.contains(message.id())).toList();
        var unexplained =
                lists
                        .all(others.stream()
                                .filter(message -> why.apply(message).isEmpty())
                                .map(Message::id)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Message::id, message -> message));
        return new Batch(
                wanted.stream().map(Message::id).filter(done::contains).toList(),
                others.stream()
                        .map(message -> why.apply(message)
                                .orElseGet(() -> LeftOut.inState(unexplained.getOrDefault(message.id(), message))))
                        .toList());
    }

    /// Stops a message of which nothing has gone out; it stays to be read. Its actions may be carried out by
    /// another.
    ///
    /// @throws Problem not found, also outside of the scope; forbidden for who only reads; conflict when it is
    ///     too late
    @Transactional
    public Message cancel(SignedIn user, Scope scope, RowId id) {
        var message = messages.writable(user, scope, id);
        if (stopping.byPerson(user, List.of(message.id())).isEmpty()) {
            throw Problem.conflict("correspondence.message.problem.tooLate");
        }
        return messages.get(scope, id);
    }

    /// Stops all of these that have not gone out and are within the scope, in one transaction of few
    /// statements.
    @Transactional
    public Batch cancelAll(SignedIn user, Scope scope, Collection<RowId> ids) {
        Messages.refuseReader(user);
        var found = lists.all(scope, ids);
        var stopped = Set.copyOf(
                stopping.byPerson(user, found.stream().map(Message::id).toList()));
        return batch(found, stopped, message -> Optional.empty());
    }

    /// Takes back messages of Encours itself that wait for confirmation and say what is no longer so.
    ///
    /// @param reasons keys of a message file
    /// @return how many
    @Transactional
    public int withdraw(Map<RowId, String> reasons) {
        return stopping.withdraw(reasons).size();
    }

    private DueTimes times() {
        return new DueTimes(settings, companies, clock.instant());
    }

    private static Instant dueAt(Message message, DueTimes times) {
        return times.of(message.companyId(), message.channel(), Release.AFTER_CONFIRMATION);
    }
}
