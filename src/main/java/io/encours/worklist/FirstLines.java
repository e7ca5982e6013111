package io.encours.worklist;

import io.encours.worklist.mirror.MirroredCustomer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The first lines in the order of a presentation, of many that are shown to it in any order.
final class FirstLines {

    private final Presentation presentation;
    private final int limit;
    private final @Nullable LineKey after;
    private final PriorityQueue<LineKey> kept = new PriorityQueue<>(Comparator.reverseOrder());

    /// What cannot be among the first any more starts with more than this.
    private long bound = Long.MAX_VALUE;

    /// @param after only lines that follow this one; null: from the start
    FirstLines(Presentation presentation, int limit, @Nullable LineKey after) {
        this.presentation = presentation;
        this.limit = limit;
        this.after = after;
    }

    /// Looks at the lines of a customer that were just picked.
    ///
    /// @return whether customers that follow by name may have lines among the first
    boolean add(MirroredCustomer customer, Picker picker) {
        var place = picker.place();
        picker.lines(line -> {
            var step = picker.step(customer, line);
            var first = LineKey.leading(presentation, customer, line, step, place);
            if (first <= bound && (after == null || first >= after.first())) {
                keep(LineKey.of(presentation, customer, line, step, place));
            }
        });
        return presentation != Presentation.ACTION_CUSTOMER || kept.size() < limit;
    }

    List<LineKey> inOrder() {
        return kept.stream().sorted().toList();
    }

    private void keep(LineKey key) {
        if (after != null && key.compareTo(after) <= 0) {
            return;
        }
        kept.add(key);
        if (kept.size() > limit) {
            kept.remove();
            bound = kept.element().first();
        }
    }
}
