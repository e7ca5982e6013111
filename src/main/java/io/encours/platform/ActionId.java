package io.encours.platform;

import java.util.Optional;

/// One step on one item, the same from planned to done to undone: the item and the step's number (1 is the first).
public record ActionId(RowId item, int occurrence) {

    public static Optional<ActionId> parse(String text) {
        var dash = text.lastIndexOf('-');
        try {
            return dash < 1
                    ? Optional.empty()
                    : RowId.parse(text.substring(0, dash))
                            .map(item -> new ActionId(item, Integer.parseInt(text.substring(dash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return item + "-" + occurrence;
    }
}
