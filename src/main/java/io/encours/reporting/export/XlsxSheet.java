package io.encours.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook of one sheet, numbers and dates as such, the header frozen and the total in bold. Rows leave
/// memory every thousand, however many there are.
final class XlsxSheet implements SheetWriter {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final int LONGEST_NAME = 31;
    private static final double NARROW = 14;
    private static final double WIDE = 32;

    private final Workbook workbook;
    private final Worksheet sheet;
    private List<Column> columns = List.of();
    private int line;

    XlsxSheet(OutputStream target, String name) {
        this.workbook = new Workbook(target, "Encours", "1.0");
        this.sheet = workbook.newWorksheet(
                name.replaceAll("[\\[\\]:*?/\\\\]", " ").substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    @Override
    public void header(List<Column> header) {
        columns = header;
        for (var place = 0; place < header.size(); place++) {
            var column = header.get(place);
            sheet.width(place, column.kind() == Column.Kind.TEXT ? WIDE : NARROW);
            sheet.value(0, place, column.label());
            sheet.style(0, place).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        line = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        write(cells, false);
    }

    @Override
    public void total(List<@Nullable Object> cells) {
        write(cells, true);
    }

    private void write(List<@Nullable Object> cells, boolean bold) {
        for (var place = 0; place < cells.size(); place++) {
            put(place, cells.get(place), bold);
        }
        if (++line % ROWS_IN_MEMORY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void put(int place, @Nullable Object cell, boolean bold) {
        if (cell == null) {
            return;
        }
        switch (cell) {
            case BigDecimal number -> sheet.value(line, place, number);
            case Long number -> sheet.value(line, place, number);
            case Integer number -> sheet.value(line, place, number);
            case LocalDate date -> sheet.value(line, place, date);
            case Object other -> sheet.value(line, place, other.toString());
        }
        var style = sheet.style(line, place).format(format(columns.get(place).kind()));
        if (bold) {
            style.bold();
        }
        style.set();
    }

    private static String format(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "@";
            case DATE -> "dd/mm/yyyy";
            case AMOUNT -> "#,##0.00";
            case DAYS, PERCENT -> "0.0";
            case NUMBER -> "0";
        };
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
