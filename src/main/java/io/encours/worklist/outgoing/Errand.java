package io.encours.worklist.outgoing;

import io.encours.platform.RowId;
import io.encours.strategy.StrategyAction;
import java.util.List;

/// One message or letter that validated actions make: about one item, or all items of a customer at this step when the
/// action says so.
///
/// @param items of one customer
/// @param level see `Step`
record Errand(long companyId, List<RowId> items, StrategyAction action, int level) {

    long customerId() {
        return items.getFirst().customer();
    }

    /// What became of it.
    sealed interface Result {
        record Made(Outgoing what) implements Result {}

        record Refused(Why why) implements Result {}
    }
}
