package io.encours.overview.web;

import io.encours.receivable.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The share of overdue, not-due and deposit items by number (C1), as arcs of a circle of 100 units.
///
/// @param items all of them
public record Ring(List<Arc> arcs, int items) {

    /// @param kind part of a message key and of a style
    /// @param from where the arc begins, in hundredths of the circle
    public record Arc(String kind, int items, double share, double from) {

        /// For `stroke-dasharray`: the arc, then the rest.
        public String length() {
            return decimal(share) + " " + decimal(100 - share);
        }

        /// For `stroke-dashoffset`: a circle begins at three o'clock, the ring at noon.
        public String offset() {
            return decimal(25 - from);
        }

        private static String decimal(double value) {
            return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        }
    }

    static Ring of(Position position) {
        var all = position.overdueItems() + position.notDueItems() + position.depositItems() + position.creditItems();
        var arcs = new ArrayList<Arc>();
        var from = 0;
        from = add(arcs, "overdue", position.overdueItems(), from, all);
        from = add(arcs, "notDue", position.notDueItems(), from, all);
        from = add(arcs, "deposit", position.depositItems(), from, all);
        add(arcs, "credit", position.creditItems(), from, all);
        return new Ring(List.copyOf(arcs), all);
    }

    private static int add(List<Arc> arcs, String kind, int items, int before, int all) {
        if (items > 0) {
            arcs.add(new Arc(kind, items, 100.0 * items / all, 100.0 * before / all));
        }
        return before + items;
    }
}
