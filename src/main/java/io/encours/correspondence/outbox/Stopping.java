package io.encours.correspondence.outbox;

import io.encours.correspondence.Clearance;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stops messages of which nothing has gone out, as many as there are at the cost of few statements.
@Component
class Stopping {

    private final MessageStore store;
    private final MessageLists lists;
    private final MessageEvents events;
    private final Clearance clearance;

    Stopping(MessageStore store, MessageLists lists, MessageEvents events, Clearance clearance) {
        this.store = store;
        this.lists = lists;
        this.events = events;
        this.clearance = clearance;
    }

    /// The plan of the customers is locked first, as by who lets a message go: it is written after the messages
    /// are.
    ///
    /// @return those that were stopped; the others are on their way, or were stopped before
    List<RowId> byPerson(SignedIn user, Collection<RowId> ids) {
        clearance.hold(ids.stream().map(RowId::customer).distinct().toList());
        var stopped = store.cancel(ids, user.displayName(), null);
        told(user, stopped, "");
        return stopped;
    }

    /// What Encours itself wrote and what is no longer so; found under the lock of the plan.
    ///
    /// @param reasons keys of a message file
    List<RowId> withdraw(Map<RowId, String> reasons) {
        return reasons.keySet().stream().collect(Collectors.groupingBy(reasons::get)).entrySet().stream()
                .flatMap(some -> {
                    var stopped = store.cancel(some.getValue(), MessageStore.ENCOURS, some.getKey());
                    told(null, stopped, some.getKey());
                    return stopped.stream();
                })
                .toList();
    }

    private void told(@Nullable SignedIn by, List<RowId> stopped, String reason) {
        store.release(stopped);
        events.cancelled(by, lists.all(stopped), reason);
    }
}
