package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Messages to customers are written here, once or again. A worker sends what waits; see `NewMessage.Release`
/// for when.
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

    private final MessageWriter writer;
    private final MessageStore store;
    private final Messages messages;
    private final MessageLists lists;
    private final ParcelReader parcels;
    private final SendingSettings settings;
    private final Companies companies;
    private final Clock clock;

    Outbox(
            MessageWriter writer,
            MessageStore store,
            Messages messages,
            MessageLists lists,
            ParcelReader parcels,
            SendingSettings settings,
            Companies companies,
            Clock clock) {
        this.writer = writer;
        this.store = store;
        this.messages = messages;
        this.lists = lists;
        this.parcels = parcels;
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
    public List<Written> writeAll(List<NewMessage> wanted) {
        return insert(wanted, null);
    }

    private List<Written> insert(List<NewMessage> wanted, @Nullable Long resendOf) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var ids = writer.ids(wanted.size());
        var drafts = new ArrayList<MessageWriter.Draft>();
        var times = new DueTimes(settings, companies, clock.instant());
        for (var index = 0; index < wanted.size(); index++) {
            var message = wanted.get(index);
            drafts.add(new MessageWriter.Draft(
                    new RowId(message.customerId(), ids.get(index)), message, times.of(message), resendOf));
        }
        var kept = writer.insert(drafts);
        return drafts.stream()
                .map(draft -> kept.contains(draft.id()) ? new Written.Kept(draft.id()) : duplicate(draft.message()))
                .toList();
    }

    private Written duplicate(NewMessage message) {
        return new Written.Duplicate(writer.live(message.about().stream()
                .flatMap(about -> about.action(message.customerId()).stream())
                .toList()));
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
        var message = messages.writable(user, scope, id);
        store.lock(id);
        if (!messages.get(scope, id).state().name().mayBeResent()) {
            throw Messages.conflict(message);
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
            case Written.Kept kept -> messages.get(scope, kept.id());
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
}
