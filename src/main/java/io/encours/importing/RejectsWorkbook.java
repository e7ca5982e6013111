package io.encours.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import io.encours.importing.text.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Rejected rows of a workbook as a workbook: numbers and dates as such, texts as texts, the reason behind.
final class RejectsWorkbook {

    /// As a workbook shows a number; with zeros in front, or with more digits than it counts with, it is a code.
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,10})?");

    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d{2}-\\d{2}-\\d{2}");
    private static final int ROWS_IN_MEMORY = 1_000;

    private RejectsWorkbook() {}

    /// @param header as it was kept, one line of text
    /// @param rows by number of the line in the source, in the same form
    /// @param reasons by number of the line
    static byte[] of(
            String sheet, String header, char separator, Map<Integer, String> rows, Map<Integer, String> reasons) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Encours", "1.0")) {
            var target = workbook.newWorksheet(sheet);
            var names = cells(header, separator);
            var width = names.size();
            for (var column = 0; column < width; column++) {
                target.value(0, column, names.get(column));
            }
            target.value(0, width, Headers.REJECT_REASON);
            target.freezePane(0, 1);
            var line = 1;
            for (var row : rows.entrySet()) {
                var values = cells(row.getValue(), separator);
                for (var column = 0; column < values.size(); column++) {
                    put(target, line, column, values.get(column));
                }
                target.value(line, width, reasons.getOrDefault(row.getKey(), ""));
                if (++line % ROWS_IN_MEMORY == 0) {
                    target.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(Worksheet target, int line, int column, String value) {
        if (NUMBER.matcher(value).matches()) {
            target.value(line, column, new BigDecimal(value));
        } else if (DATE.matcher(value).matches()) {
            date(target, line, column, value);
        } else if (!value.isEmpty()) {
            target.value(line, column, value);
        }
    }

    private static void date(Worksheet target, int line, int column, String value) {
        try {
            target.value(line, column, LocalDate.parse(value));
            target.style(line, column).format("dd/mm/yyyy").set();
        } catch (java.time.DateTimeException e) {
            target.value(line, column, value);
        }
    }

    private static List<String> cells(String line, char separator) {
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
            return reader.stream().findFirst().map(row -> row.getFields()).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
