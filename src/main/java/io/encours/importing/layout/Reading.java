package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.table.Grid;
import io.encours.importing.table.Table;
import io.encours.importing.text.Unreadable;
import java.io.IOException;

/// How a file of rows is to be read.
///
/// @param sheet empty for a text
/// @param headerLine number of the row with the names of the columns
/// @param mapping name of the kept mapping the layout comes from; empty: none
public record Reading(ImportKind kind, String sheet, int headerLine, Layout layout, String mapping) {

    /// How many first rows the header is looked for in.
    static final int HEAD = 30;

    /// @throws Unreadable when the file is not the one this was made for
    public Columns columns(Grids grids) throws IOException, Unreadable {
        return Columns.of(table(grids), kind, layout);
    }

    public Table table(Grids grids) throws IOException, Unreadable {
        var grid = grids.all().stream()
                .filter(one -> one.sheet().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new Unreadable("importing.refusal.noSuchSheet", sheet));
        return table(grid);
    }

    private Table table(Grid grid) throws IOException, Unreadable {
        return grid.head(HEAD).stream()
                .filter(row -> row.line() == headerLine)
                .findFirst()
                .map(row -> new Table(grid, row))
                .orElseThrow(() -> new Unreadable("importing.refusal.noColumns"));
    }

    public Reading with(Layout other) {
        return new Reading(kind, sheet, headerLine, other, mapping);
    }
}
