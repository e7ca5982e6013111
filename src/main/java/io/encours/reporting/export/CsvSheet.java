package io.encours.reporting.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// CSV as spreadsheets of the language open it: UTF-8 with its mark, semicolons, and where the language writes
/// a decimal comma, a comma. Dates are ISO.
final class CsvSheet implements SheetWriter {

    private static final String MARK = "\uFEFF";

    /// What a spreadsheet would take for a formula.
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final CsvWriter csv;
    private final boolean isCommaDecimal;

    CsvSheet(OutputStream target, Locale locale) {
        this.out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        this.isCommaDecimal = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        try {
            out.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder().fieldSeparator(';').build(out);
    }

    @Override
    public void header(List<Column> columns) {
        csv.writeRecord(columns.stream().map(Column::label).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(this::text).toList());
    }

    @Override
    public void total(List<@Nullable Object> cells) {
        row(cells);
    }

    @Override
    public void close() {
        try {
            csv.flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return isCommaDecimal ? number.toPlainString().replace('.', ',') : number.toPlainString();
        }
        var text = cell.toString();
        return cell instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
