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
    private final @Nullable Ranking ranking;
    private final PriorityQueue<LineKey> kept = new PriorityQueue<>(Comparator.reverseOrder());

    /// What cannot be among the first any more starts with more than this.
    private long bound = Long.MAX_VALUE;

    /// @param after only lines that follow this one; null: from the start
    /// @param ranking null: in the order of the presentation
    FirstLines(Presentation presentation, int limit, @Nullable LineKey after, @Nullable Ranking ranking) {
        this.ranking = ranking;
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
            var first = ranking == null
                    ? LineKey.leading(presentation, customer, line, step, place)
                    : ranking.leading(customer, line, step);
            if (first <= bound && (after == null || first >= after.first())) {
                keep(
                        ranking == null
                                ? LineKey.of(presentation, customer, line, step, place)
                                : LineKey.byPriority(first, customer, line));
            }
        });
        return ranking != null || presentation != Presentation.ACTION_CUSTOMER || kept.size() < limit;
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
