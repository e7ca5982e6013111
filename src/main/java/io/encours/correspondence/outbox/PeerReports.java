package io.encours.correspondence.outbox;

import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.platform.RowId;
import io.encours.timeline.EventType;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a peer that took a message says of it later: that it arrived, or why it did not.
@Service
public class PeerReports {

    private final MessageStore store;
    private final MessageLists lists;
    private final MessageEvents events;

    PeerReports(MessageStore store, MessageLists lists, MessageEvents events) {
        this.store = store;
        this.lists = lists;
        this.events = events;
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

    private void tell(RowId id, EventType type, String reason) {
        lists.find(id).ifPresent(message -> events.record(null, List.of(message), type, reason));
    }
}
