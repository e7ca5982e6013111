package io.encours.worklist;

import io.encours.platform.RowId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch did, and what it left out and why (S7).
///
/// @param id of the batch; null: it did nothing
/// @param done items
public record BatchResult(@Nullable Long id, int done, List<LeftOut> leftOut) {

    /// An item the batch did not touch.
    ///
    /// @param document empty: the item is not known to the caller
    public record LeftOut(RowId item, String document, Reason reason) {}

    /// Why an item was left out.
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

        /// Its name in a message file.
        public String messageKey() {
            return "worklist.leftOut." + name();
        }
    }

    /// How many were left out for each reason.
    public Map<Reason, Integer> reasons() {
        var counts = new EnumMap<Reason, Integer>(Reason.class);
        leftOut.forEach(each -> counts.merge(each.reason(), 1, Integer::sum));
        return counts;
    }
}
