package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.table.Row;
import io.encours.importing.table.Rows;
import io.encours.importing.table.Table;
import io.encours.importing.text.Headers;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A table with what its columns mean.
public record Columns(Table table, ImportKind kind, Layout layout, Map<String, Integer> places) {

    /// @throws Unreadable when a required field has no column, or a column of the layout is not there
    public static Columns of(Table table, ImportKind kind, Layout layout) throws Unreadable {
        var places = new HashMap<String, Integer>();
        for (var column : layout.columns().entrySet()) {
            var place = table.place(column.getValue());
            if (place == null) {
                throw new Unreadable("importing.refusal.noSuchColumn", column.getValue());
            }
            places.put(column.getKey(), place);
        }
        var missing = layout.missing(kind);
        if (!missing.isEmpty()) {
            throw new Unreadable("importing.refusal.missingColumns", String.join(", ", missing));
        }
        return new Columns(table, kind, layout, Map.copyOf(places));
    }

    public Rows rows() throws IOException {
        return table.rows();
    }

    public boolean has(String field) {
        return places.containsKey(field);
    }

    /// The value of a field; empty when no column fills it or the row ends before.
    public String value(Row row, String field) {
        var place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    /// Whether the file itself holds the value as a number or a date.
    public boolean isTyped(Row row, String field) {
        var place = places.get(field);
        return place != null && row.isTyped(place);
    }

    /// Name of the column a field comes from, as the file writes it.
    public String columnOf(String field) {
        var column = layout.columns().get(field);
        return column == null ? field : column;
    }

    /// Names of columns that fill nothing.
    public List<String> unused() {
        var names = table.names();
        return IntStream.range(0, names.size())
                .filter(place -> !places.containsValue(place))
                .mapToObj(names::get)
                .filter(name -> !name.isEmpty())
                .filter(name -> !Headers.plain(name).equals(Headers.plain(Headers.REJECT_REASON)))
                .toList();
    }
}
