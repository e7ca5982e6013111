package io.encours.reporting.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a report row by row: the header first, the total last.
sealed interface SheetWriter extends AutoCloseable permits CsvSheet, XlsxSheet {

    void header(List<Column> columns);

    void row(List<@Nullable Object> cells);

    void total(List<@Nullable Object> cells);

    @Override
    void close();
}
