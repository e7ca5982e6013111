package io.encours.correspondence.outbox;

import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.Message.Attempt;
import io.encours.correspondence.outbox.Message.Body;
import io.encours.correspondence.outbox.Message.File;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.mail.Mail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Messages to customers, read: what they say, and what became of them.
@Service
public class Messages {

    private final MessageLists lists;
    private final ParcelReader parcels;

    Messages(MessageLists lists, ParcelReader parcels) {
        this.lists = lists;
        this.parcels = parcels;
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

    /// One that the user may decide on.
    ///
    /// @throws Problem not found, also outside of the scope; forbidden for who only reads
    Message writable(SignedIn user, Scope scope, RowId id) {
        refuseReader(user);
        return get(scope, id);
    }

    static void refuseReader(SignedIn user) {
        if (!Letters.mayWrite(user)) {
            throw Problem.forbidden("correspondence.letter.problem.noRole");
        }
    }

    /// It is not in a state for what is wanted.
    static Problem conflict(Message message) {
        return Problem.conflict(
                "correspondence.message.problem.state." + message.state().name());
    }
}
