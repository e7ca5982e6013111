package io.encours.importing.table;

import io.encours.importing.text.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows under a header of column names. Rows above the header, such as a title, do not count.
public record Table(Grid grid, Row header) {

    /// Names of what a file turned out to be.
    public static final String HEADER = "header";

    public static final String SHEET = "sheet";

    public List<String> names() {
        return header.cells();
    }

    /// The rows below the header; to be closed.
    public Rows rows() throws IOException {
        var rows = grid.rows();
        var row = rows.next();
        while (row != null && row.line() < header.line()) {
            row = rows.next();
        }
        return rows;
    }

    /// The first rows below the header.
    public List<Row> sample(int most) throws IOException {
        var sample = new ArrayList<Row>();
        try (var rows = rows()) {
            for (var row = rows.next(); row != null && sample.size() < most; row = rows.next()) {
                sample.add(row);
            }
        }
        return sample;
    }

    /// Place of the first column of that name, whatever its case, accents and marks.
    public @Nullable Integer place(String name) {
        var plain = Headers.plain(name);
        for (var i = 0; i < header.cells().size(); i++) {
            if (Headers.plain(header.cells().get(i)).equals(plain)) {
                return i;
            }
        }
        return null;
    }

    public Map<String, String> detected() {
        var detected = new LinkedHashMap<>(grid.detected());
        detected.put(HEADER, grid.line(header));
        if (!grid.sheet().isEmpty()) {
            detected.put(SHEET, grid.sheet());
        }
        return detected;
    }
}
