package io.encours.platform.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The columns of a table that can be shown or not; the fixed ones (what a row is called) are not among them.
///
/// @param list what the table is called where the choice is kept
public record Columns(String list, List<Column> all) {

    /// @param key of the column
    /// @param textKey message key of its heading
    /// @param usual shown unless somebody chose otherwise
    public record Column(String key, String textKey, boolean usual, boolean shown) {}

    /// A table without columns yet.
    public static Columns of(String list) {
        return new Columns(list, List.of());
    }

    public Columns usual(String key, String textKey) {
        return with(new Column(key, textKey, true, true));
    }

    public Columns further(String key, String textKey) {
        return with(new Column(key, textKey, false, false));
    }

    /// These are shown, and no others; keys that the table does not have (any more) are passed over.
    public Columns showing(Collection<String> keys) {
        return new Columns(
                list,
                all.stream()
                        .map(each -> new Column(each.key(), each.textKey(), each.usual(), keys.contains(each.key())))
                        .toList());
    }

    public boolean shows(String key) {
        return all.stream().anyMatch(each -> each.shown() && each.key().equals(key));
    }

    /// How many of these are shown.
    public int count(String... keys) {
        var wanted = List.of(keys);
        return (int) all.stream()
                .filter(each -> each.shown() && (wanted.isEmpty() || wanted.contains(each.key())))
                .count();
    }

    /// Classes for a table whose hidden columns a style hides.
    public String without() {
        return all.stream()
                .filter(each -> !each.shown())
                .map(each -> "without-" + each.key())
                .collect(Collectors.joining(" "));
    }

    /// As it is without a choice.
    public boolean asUsual() {
        return all.stream().allMatch(each -> each.usual() == each.shown());
    }

    private Columns with(Column column) {
        var more = new ArrayList<>(all);
        more.add(column);
        return new Columns(list, List.copyOf(more));
    }
}
