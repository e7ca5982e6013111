package io.encours.worklist;

import io.encours.platform.Money;
import io.encours.worklist.Presentation.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A printed list of the supervisor (S6): groups as the screen has them, each with its lines or with groups of its own.
///
/// @param total of all lines, credits netted; empty: they are in several currencies
public record PrintedList(Presentation presentation, List<Group> groups, int lines, Optional<Money> total) {

    /// A group: a customer or an action.
    ///
    /// @param customer when it is a group of a customer
    /// @param label of the action, when it is a group of an action; null: the credits beside the actions
    /// @param groups inside of it; empty: it has its lines itself
    public record Group(
            Optional<ActionGroup.Customer> customer,
            @Nullable String label,
            Optional<Money> total,
            List<Group> groups,
            List<ActionRow> rows) {

        /// Lines of the group and of those inside.
        public int size() {
            return rows.size() + groups.stream().mapToInt(Group::size).sum();
        }
    }

    /// @param rows in the order of the presentation
    static PrintedList of(Presentation presentation, List<ActionRow> rows) {
        return new PrintedList(
                presentation,
                groups(rows, List.of(presentation.groups(), presentation.inside())),
                rows.size(),
                total(rows));
    }

    private static List<Group> groups(List<ActionRow> rows, List<Level> levels) {
        var groups = new ArrayList<Group>();
        var level = levels.getFirst();
        for (var inside : by(level, rows).values()) {
            var first = inside.getFirst();
            var isLast = levels.size() == 1 || levels.get(1) == Level.ITEM;
            groups.add(new Group(
                    level == Level.CUSTOMER ? Optional.of(first.customer()) : Optional.empty(),
                    level == Level.ACTION
                            ? first.action().map(ActionRow.Action::label).orElse(null)
                            : null,
                    total(inside),
                    isLast ? List.of() : groups(inside, levels.subList(1, levels.size())),
                    isLast ? inside : List.of()));
        }
        return groups;
    }

    private static Map<Object, List<ActionRow>> by(Level level, List<ActionRow> rows) {
        Function<ActionRow, Object> key = switch (level) {
            case CUSTOMER -> row -> row.item().customer();
            case ACTION -> row -> row.action().map(ActionRow.Action::code).orElse("");
            case ITEM -> row -> "";
        };
        var groups = new LinkedHashMap<Object, List<ActionRow>>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), none -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static Optional<Money> total(List<ActionRow> rows) {
        var currency = rows.getFirst().amount().currency();
        return rows.stream().allMatch(row -> row.amount().currency().equals(currency))
                ? Optional.of(Money.of(
                        rows.stream().map(row -> row.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add),
                        currency.getCurrencyCode()))
                : Optional.empty();
    }
}
