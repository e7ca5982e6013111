package io.encours.importing.rows;

import io.encours.importing.layout.Columns;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.util.function.IntConsumer;

/// The first of the two readings of a file, which checks every row before anything is taken in.
final class FirstReading {

    private static final int ROWS_BETWEEN_PROGRESS = 4096;

    /// Is given every row in the order of the file.
    @FunctionalInterface
    interface Check {
        void row(RowReader row) throws Unreadable;
    }

    private FirstReading() {}

    /// @param progress told the share read, in percent
    /// @throws Unreadable when there is no row at all
    static void of(Columns columns, Check check, IntConsumer progress) throws IOException, Unreadable {
        var read = 0;
        try (var rows = columns.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                check.row(new RowReader(columns, row));
                read++;
                if (read % ROWS_BETWEEN_PROGRESS == 0) {
                    progress.accept(rows.percent());
                }
            }
        }
        if (read == 0) {
            throw new Unreadable("importing.refusal.noLines");
        }
    }
}
