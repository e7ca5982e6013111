package io.encours.worklist;

import io.encours.platform.Problem;
import io.encours.worklist.Presentation.Level;
import org.jspecify.annotations.Nullable;

/// Names a group of the supervisor: a customer, an action, or one inside of the other. Written as the customer's id in
/// base
/// 36 and the action's code, `1c/RELANCE-1` or `RELANCE-1/1c`, in the order of the presentation.
///
/// @param customer id; null: every customer
/// @param action code; null: every action; `-`: what has no action
record GroupKey(@Nullable Long customer, @Nullable String action) {

    static final String WITHOUT_ACTION = "-";
    private static final int RADIX = 36;

    /// @throws Problem when it was not made by `text`
    static GroupKey parse(Presentation presentation, String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return level(presentation.groups(), text);
        }
        var outer = level(presentation.groups(), text.substring(0, slash));
        var inner = level(presentation.inside(), text.substring(slash + 1));
        return new GroupKey(
                outer.customer == null ? inner.customer : outer.customer,
                outer.action == null ? inner.action : outer.action);
    }

    String text(Presentation presentation) {
        var first = text(presentation.groups());
        var second = text(presentation.inside());
        return first == null ? "" : second == null ? first : first + "/" + second;
    }

    private @Nullable String text(Level level) {
        return switch (level) {
            case CUSTOMER -> customer == null ? null : Long.toString(customer, RADIX);
            case ACTION -> action;
            case ITEM -> null;
        };
    }

    private static GroupKey level(Level level, String text) {
        return switch (level) {
            case CUSTOMER -> new GroupKey(customer(text), null);
            case ACTION -> new GroupKey(null, text);
            case ITEM -> throw Problem.unreadable("worklist.problem.group");
        };
    }

    private static long customer(String text) {
        try {
            return Long.parseLong(text, RADIX);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("worklist.problem.group");
        }
    }
}
