package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.Message.Attempt;
import io.encours.correspondence.outbox.Message.Body;
import io.encours.correspondence.outbox.Message.File;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.mail.Mail;
import io.encours.timeline.EventType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Messages to customers: writing them, stopping them, sending them again, and what became of them. A worker
/// sends what waits; see `NewMessage.Release` for when.
@Service
public class Outbox {

    /// What became of writing a message.
    public sealed interface Written {

        record Kept(RowId id) implements Written {}

        /// Another message already speaks for some of its occurrences; nothing was written.
        ///
        /// @param standing that message, by occurrence
        record Duplicate(Map<ActionId, RowId> standing) implements Written {}
    }

    /// When a company's messages go out.
    private record Customs(SendingRules rules, ZoneId zone) {}

    /// The live message of an occurrence.
    public record Standing(RowId id, MessageState state) {}

    private final MessageStore store;
    private final MessageLists lists;
    private final ParcelReader parcels;
    private final MessageEvents events;
    private final Stopping stopping;
    private final Clearance clearance;
    private final SendingSettings settings;
    private final Companies companies;
    private final Clock clock;

    Outbox(
            MessageStore store,
            MessageLists lists,
            ParcelReader parcels,
            MessageEvents events,
            Stopping stopping,
            Clearance clearance,
            SendingSettings settings,
            Companies companies,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.parcels = parcels;
        this.events = events;
        this.stopping = stopping;
        this.clearance = clearance;
        this.settings = settings;
        this.companies = companies;
        this.clock = clock;
    }

    /// Writes a message in the transaction of the caller, who has checked what the author may do.
    @Transactional
    public Written write(NewMessage message) {
        return writeAll(List.of(message)).getFirst();
    }

    /// The same for many messages, at the cost of few statements; each is written or refused for itself.
    ///
    /// @return in the order of the messages
    @Transactional
    public List<Written> writeAll(List<NewMessage> messages) {
        return insert(messages, null);
    }

    private List<Written> insert(List<NewMessage> messages, @Nullable Long resendOf) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var ids = store.ids(messages.size());
        var drafts = new ArrayList<MessageStore.Draft>();
        var customs = new HashMap<Long, Customs>();
        for (var index = 0; index < messages.size(); index++) {
            var message = messages.get(index);
            drafts.add(new MessageStore.Draft(
                    new RowId(message.customerId(), ids.get(index)),
                    message,
                    dueAt(message, customs.computeIfAbsent(message.companyId(), this::customs)),
                    resendOf));
        }
        var kept = store.insert(drafts);
        return drafts.stream()
                .map(draft -> kept.contains(draft.id()) ? new Written.Kept(draft.id()) : duplicate(draft.message()))
                .toList();
    }

    private Written duplicate(NewMessage message) {
        return new Written.Duplicate(store.live(message.about().stream()
                .flatMap(about -> about.action(message.customerId()).stream())
                .toList()));
    }

    private Customs customs(long companyId) {
        return new Customs(settings.of(companyId), companies.byId(companyId).zone());
    }

    private Instant dueAt(NewMessage message, Customs customs) {
        var rules = customs.rules();
        var zone = customs.zone();
        var due = rules.dueAt(message.channel(), message.release(), clock.instant(), zone);
        var hold = message.notBefore();
        return hold == null || !hold.isAfter(due) ? due : rules.awake(message.channel(), hold, zone);
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
        var message = writable(user, scope, id);
        if (message.state().name() != Name.TO_CONFIRM) {
            throw conflict(message);
        }
        var objection = clearance.objections(List.of(id)).get(id);
        if (objection != null) {
            throw Problem.conflict(objection.messageKey());
        }
        if (store.confirm(Map.of(id, dueAt(message, Release.AFTER_CONFIRMATION, customs(message.companyId()))))
                .isEmpty()) {
            throw conflict(get(scope, id));
        }
        events.confirmed(user, List.of(message));
        return get(scope, id);
    }

    /// Lets all of these go that wait for confirmation and are within the scope, in one transaction of few
    /// statements. What is no longer so is withdrawn, to be written anew; what may go another day goes on
    /// waiting.
    @Transactional
    public Batch confirmAll(SignedIn user, Scope scope, Collection<RowId> ids) {
        refuseReader(user);
        var messages = lists.all(scope, ids);
        var waiting = messages.stream()
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
        var due = new HashMap<RowId, Instant>();
        var customs = new HashMap<Long, Customs>();
        waiting.stream()
                .filter(message -> !objections.containsKey(message.id()))
                .forEach(message -> due.put(
                        message.id(),
                        dueAt(
                                message,
                                Release.AFTER_CONFIRMATION,
                                customs.computeIfAbsent(message.companyId(), this::customs))));
        var confirmed = Set.copyOf(store.confirm(due));
        events.confirmed(
                user,
                waiting.stream()
                        .filter(message -> confirmed.contains(message.id()))
                        .toList());
        return batch(
                messages,
                confirmed,
                message -> Optional.ofNullable(objections.get(message.id()))
                        .map(objection -> LeftOut.of(message, objection.code(), objection.messageKey())));
    }

    private Batch batch(List<Message> messages, Set<RowId> done, Function<Message, Optional<LeftOut>> why) {
        var others = messages.stream()
                .filter(message -> !done.contains(message.id()))
                .toList();
        var unexplained =
                lists
                        .all(others.stream()
                                .filter(message -> why.apply(message).isEmpty())
                                .map(Message::id)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Message::id, message -> message));
        return new Batch(
                messages.stream().map(Message::id).filter(done::contains).toList(),
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
        var message = writable(user, scope, id);
        if (stopping.byPerson(user, List.of(message.id())).isEmpty()) {
            throw Problem.conflict("correspondence.message.problem.tooLate");
        }
        return get(scope, id);
    }

    /// Stops all of these that have not gone out and are within the scope, in one transaction of few statements.
    @Transactional
    public Batch cancelAll(SignedIn user, Scope scope, Collection<RowId> ids) {
        refuseReader(user);
        var messages = lists.all(scope, ids);
        var stopped = Set.copyOf(
                stopping.byPerson(user, messages.stream().map(Message::id).toList()));
        return batch(messages, stopped, message -> Optional.empty());
    }

    /// Takes back messages of Encours itself that wait for confirmation and say what is no longer so.
    ///
    /// @param reasons keys of a message file
    /// @return how many
    @Transactional
    public int withdraw(Map<RowId, String> reasons) {
        return stopping.withdraw(reasons).size();
    }

    /// Stops the messages of actions that are undone, as far as nothing has gone out: a message that speaks of
    /// several actions is stopped as a whole. The caller has checked that the user may undo them.
    ///
    /// @return the message of each action as it stands now: CANCELLED, or too late; those without a message are
    ///     missing
    @Transactional
    public Map<ActionId, Standing> takeBack(SignedIn user, Collection<ActionId> actions) {
        var live = store.live(actions);
        stopping.byPerson(user, Set.copyOf(live.values()));
        return standing(live);
    }

    /// Where the live message of each of these actions stands; those without one are missing.
    public Map<ActionId, Standing> standing(Collection<ActionId> actions) {
        return standing(store.live(actions));
    }

    private Map<ActionId, Standing> standing(Map<ActionId, RowId> live) {
        var known = new HashMap<RowId, MessageState>();
        lists.all(Set.copyOf(live.values())).forEach(message -> known.put(message.id(), message.state()));
        var standing = new HashMap<ActionId, Standing>();
        live.forEach((action, id) ->
                Optional.ofNullable(known.get(id)).ifPresent(state -> standing.put(action, new Standing(id, state))));
        return standing;
    }

    /// Writes the message once more, in its place; only one that failed, came back or is uncertain. What was
    /// cancelled is written anew, with what is owed now.
    ///
    /// @param recipient another address or number; null: the same
    /// @return the new message
    /// @throws Problem not found, also outside of the scope; forbidden for who only reads; conflict when it may
    ///     still arrive, or was sent again already, or an action of it is spoken of by another
    @Transactional
    public Message resend(SignedIn user, Scope scope, RowId id, @Nullable String recipient) {
        var message = writable(user, scope, id);
        store.lock(id);
        if (!get(scope, id).state().name().mayBeResent()) {
            throw conflict(message);
        }
        if (lists.resentAs(id).isPresent()) {
            throw Problem.conflict("correspondence.message.problem.resentAlready");
        }
        var body = lists.body(id).orElseThrow(() -> Problem.refused("correspondence.message.problem.purged"));
        var to = recipient == null || recipient.isBlank()
                ? message.recipients()
                : List.of(Recipients.checked(message.channel(), recipient));
        store.release(List.of(id));
        var copy = new NewMessage(
                message.companyId(),
                id.customer(),
                message.channel(),
                message.purpose(),
                message.stage(),
                message.language(),
                to,
                message.subject(),
                body.text(),
                body.html(),
                message.template(),
                null,
                parcels.enclosures(id),
                message.items().stream().map(Outbox::about).toList(),
                message.currency(),
                message.createdFor(),
                Release.BY_HAND,
                null,
                user);
        return switch (insert(List.of(copy), id.id()).getFirst()) {
            case Written.Kept kept -> get(scope, kept.id());
            case Written.Duplicate duplicate -> throw Problem.conflict("correspondence.message.problem.duplicate");
        };
    }

    private static NewMessage.About about(Message.Item item) {
        var occurrence = Optional.ofNullable(item.action())
                .flatMap(ActionId::parse)
                .map(ActionId::occurrence)
                .orElse(null);
        return new NewMessage.About(item.id().id(), occurrence, item.remaining());
    }

    /// The latest first.
    public Slice<Message> list(Scope scope, Message.Filter filter, Paging paging) {
        return lists.list(scope, filter, paging);
    }

    /// How many in each state, whatever state the filter names; states without any are missing.
    public Map<Name, Integer> counts(Scope scope, Message.Filter filter) {
        return lists.counts(scope, filter);
    }

    /// @throws Problem not found, also when its customer is outside of the scope
    public Message get(Scope scope, RowId id) {
        return lists.find(scope, id).orElseThrow(() -> Problem.notFound("correspondence.message.problem.unknown"));
    }

    /// What it says; empty when it was purged.
    ///
    /// @throws Problem not found, also when its customer is outside of the scope
    public Optional<Body> body(Scope scope, RowId id) {
        return lists.body(get(scope, id).id());
    }

    /// @throws Problem not found, also when its customer is outside of the scope
    public List<File> files(Scope scope, RowId id) {
        return lists.files(get(scope, id).id());
    }

    /// A file of it.
    ///
    /// @throws Problem not found, also when its customer is outside of the scope, or it was not made yet
    public Mail.File file(Scope scope, RowId id, int position) {
        return parcels.file(get(scope, id).id(), position)
                .orElseThrow(() -> Problem.notFound("correspondence.message.problem.unknownFile"));
    }

    /// Every attempt to send it, the first first.
    ///
    /// @throws Problem not found, also when its customer is outside of the scope
    public List<Attempt> attempts(Scope scope, RowId id) {
        return lists.attempts(get(scope, id).id());
    }

    /// The message that was written in place of this one; empty: none was.
    ///
    /// @throws Problem not found, also when its customer is outside of the scope
    public Optional<RowId> resentAs(Scope scope, RowId id) {
        return lists.resentAs(get(scope, id).id());
    }

    /// The message an answer belongs to, for whatever reads answers: no scope is asked.
    public Optional<Message> byReference(Reference reference) {
        return lists.find(reference);
    }

    /// The message the peer knows by this id.
    public Optional<Message> byPeerId(io.encours.correspondence.Channel channel, String peerId) {
        return lists.byPeerId(channel, peerId);
    }

    /// The peer says that it has arrived. Of a message whose sending is uncertain this is an answer too.
    ///
    /// @return false: it was known, or is of no interest any more
    @Transactional
    public boolean delivered(RowId id) {
        var arrived = store.arrived(id);
        if (arrived) {
            tell(id, EventType.MESSAGE_DELIVERED, "");
        }
        return arrived;
    }

    /// The peer has taken it and says now that it will not arrive, for a reason that another day may not have.
    ///
    /// @param reason its words
    /// @return false: it was known, or is of no interest any more
    @Transactional
    public boolean undelivered(RowId id, String reason) {
        var failed = store.move(id, MessageStore.states(Name.SENT, Name.UNCERTAIN), Name.FAILED, reason);
        if (failed) {
            tell(id, EventType.MESSAGE_FAILED, reason);
        }
        return failed;
    }

    /// The peer says that nobody is there to deliver it to.
    ///
    /// @param reason its words
    /// @return false: it was known, or is of no interest any more
    @Transactional
    public boolean bounced(RowId id, String reason) {
        var returned =
                store.move(id, MessageStore.states(Name.SENT, Name.UNCERTAIN, Name.DELIVERED), Name.BOUNCED, reason);
        if (returned) {
            tell(id, EventType.MESSAGE_BOUNCED, reason);
        }
        return returned;
    }

    /// How many `purge` would empty.
    public int countOld(Instant before) {
        return store.countOld(before);
    }

    /// Removes texts and attachments of messages written before; that they were sent, to whom and when, stays.
    ///
    /// @return how many
    @Transactional
    public int purge(Instant before) {
        return store.purge(before);
    }

    private void tell(RowId id, EventType type, String reason) {
        lists.find(id).ifPresent(message -> events.record(null, List.of(message), type, reason));
    }

    private Message writable(SignedIn user, Scope scope, RowId id) {
        refuseReader(user);
        return get(scope, id);
    }

    static void refuseReader(SignedIn user) {
        if (!Letters.mayWrite(user)) {
            throw Problem.forbidden("correspondence.letter.problem.noRole");
        }
    }

    private static Problem conflict(Message message) {
        return Problem.conflict(
                "correspondence.message.problem.state." + message.state().name());
    }

    private Instant dueAt(Message message, Release release, Customs customs) {
        return customs.rules().dueAt(message.channel(), release, clock.instant(), customs.zone());
    }
}
