package io.encours.importing.table;

import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Finds out what parts the fields of a text: the mark that cuts most of the first lines into the same number of
/// fields, of several the one that makes the most fields.
public final class Separators {

    private static final char[] CANDIDATES = {';', '\t', ',', '|'};
    private static final int LINES = 20;

    private Separators() {}

    public static TextGrid grid(TextFile text) throws IOException, Unreadable {
        text.firstLine();
        var best = new TextGrid(text, ';');
        var most = 0;
        for (var candidate : CANDIDATES) {
            var grid = new TextGrid(text, candidate);
            var agreement = agreement(grid.head(LINES));
            if (agreement > most) {
                best = grid;
                most = agreement;
            }
        }
        return best;
    }

    private static int agreement(List<Row> rows) {
        var lines = rows.stream()
                .map(row -> row.cells().size())
                .filter(fields -> fields > 1)
                .collect(Collectors.groupingBy(fields -> fields, Collectors.counting()));
        if (lines.isEmpty()) {
            return 0;
        }
        var usual = Collections.max(lines.entrySet(), java.util.Map.Entry.comparingByValue());
        return usual.getValue().intValue() * 100 + Math.min(usual.getKey(), 99);
    }
}
