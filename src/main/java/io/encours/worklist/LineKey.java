package io.encours.worklist;

import io.encours.platform.Cursor;
import io.encours.worklist.Presentation.Level;
import io.encours.worklist.mirror.MirroredCustomer;
import io.encours.worklist.mirror.Step;
import java.util.Comparator;

/// Where a line stands in the order of a presentation.
///
/// @param first what orders most: how urgent it is, day of the action, place in the sequence, or place of the
///     customer by name
/// @param code of the action, where the sequence orders; else empty
/// @param due days since 1970, where it orders; else 0
record LineKey(long first, String code, long due, long customer, long item) implements Comparable<LineKey> {

    private static final int PARTS = 5;

    private static final Comparator<LineKey> ORDER = Comparator.comparingLong(LineKey::first)
            .thenComparing(LineKey::code)
            .thenComparingLong(LineKey::due)
            .thenComparingLong(LineKey::customer)
            .thenComparingLong(LineKey::item);

    static LineKey of(Presentation presentation, MirroredCustomer customer, int line, Step step, int place) {
        return new LineKey(
                leading(presentation, customer, line, step, place),
                presentation == Presentation.CUSTOMER_ACTION && step.code() != null ? step.code() : "",
                presentation == Presentation.ACTION ? 0 : customer.dueDay(line),
                customer.id(),
                customer.item(line));
    }

    /// Of lines as urgent as each other the earlier due first.
    static LineKey byPriority(long first, MirroredCustomer customer, int line) {
        return new LineKey(first, "", customer.dueDay(line), customer.id(), customer.item(line));
    }

    static long leading(Presentation presentation, MirroredCustomer customer, int line, Step step, int place) {
        return switch (presentation) {
            case CUSTOMER, ACTION -> customer.actionDay(line);
            case CUSTOMER_ACTION -> step.position();
            case CUSTOMER_DUE_DATE, ACTION_DUE_DATE -> customer.dueDay(line);
            case ACTION_CUSTOMER -> place;
        };
    }

    /// @throws io.encours.platform.Problem when it is no cursor of lines
    static LineKey parse(String word, Presentation presentation, Picker picker, boolean byPriority) {
        var cursor = Cursor.parse(word, PARTS);
        var customer = cursor.number(3);
        // Names may have been inserted meanwhile.
        var first = presentation.inside() == Level.CUSTOMER && !byPriority
                ? picker.place(customer).orElse((int) cursor.number(0))
                : cursor.number(0);
        return new LineKey(first, cursor.text(1), cursor.number(2), customer, cursor.number(4));
    }

    String cursor() {
        return Cursor.after(first, code, due, customer, item).toString();
    }

    @Override
    public int compareTo(LineKey other) {
        return ORDER.compare(this, other);
    }
}
