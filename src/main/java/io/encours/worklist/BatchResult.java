package io.encours.worklist;

import io.encours.platform.RowId;
import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Recall;
import io.encours.worklist.outgoing.Why;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch did, and what it left out and why (S7).
///
/// @param id of the batch; null: it did nothing
/// @param done items
/// @param made what the validated actions send
/// @param recall what became of what the undone ones had made
public record BatchResult(@Nullable Long id, int done, List<LeftOut> leftOut, List<Outgoing> made, Recall recall) {

    BatchResult(@Nullable Long id, int done, List<LeftOut> leftOut) {
        this(id, done, leftOut, List.of(), Recall.NOTHING);
    }

    /// An item the batch did not touch.
    ///
    /// @param document empty: the item is not known to the caller
    public record LeftOut(RowId item, String document, Why why) {

        LeftOut(RowId item, String document, Reason reason) {
            this(item, document, new Why(reason.name(), reason.messageKey()));
        }
    }

    /// Why an item was left out; letters and notices have further reasons.
    public enum Reason {
        /// A credit, or an item without a next action.
        NO_ACTION,
        /// Somebody else was faster.
        ALREADY_DECIDED,
        /// Another action is planned by now.
        CHANGED,
        /// The step was replaced already.
        ALREADY_REPLACED,
        /// The strategy of the customer has no action of this code.
        UNKNOWN_CODE,
        SETTLED,
        /// There is no such item, or the caller may not see it.
        UNKNOWN,
        /// It cannot be taken back: something was decided on the item after it.
        NOT_LAST;

        String messageKey() {
            return "worklist.leftOut." + name();
        }
    }

    /// How many were left out for each reason.
    public Map<Why, Integer> reasons() {
        var counts = new LinkedHashMap<Why, Integer>();
        leftOut.forEach(each -> counts.merge(each.why(), 1, Integer::sum));
        return counts;
    }
}
