package io.encours.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of a file from its first one, before it is known which of them is the header.
public interface Grid {

    /// Name of the sheet; empty for a text.
    String sheet();

    /// To be closed; may be asked for again.
    Rows rows() throws IOException;

    /// What the file turned out to be, to write its rejects in the same form.
    Map<String, String> detected();

    /// The row as one line of text, in the form rejects are kept in.
    String line(Row row);

    /// Days counted from 1904, as old workbooks of the Macintosh do.
    boolean isDate1904();

    /// The first rows.
    default List<Row> head(int most) throws IOException {
        var head = new ArrayList<Row>();
        try (var rows = rows()) {
            for (var row = rows.next(); row != null && head.size() < most; row = rows.next()) {
                head.add(row);
            }
        }
        return head;
    }
}
