package io.encours.importing.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.encours.importing.text.Blank;
import io.encours.importing.text.TextFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text with separators (RFC 4180, as loosely as programs take it).
public record TextGrid(TextFile text, char separator) implements Grid {

    public static final String CHARSET = "charset";
    public static final String SEPARATOR = "separator";

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public boolean isDate1904() {
        return false;
    }

    @Override
    public Map<String, String> detected() {
        var detected = new LinkedHashMap<String, String>();
        detected.put(CHARSET, text.charset().name());
        detected.put(SEPARATOR, String.valueOf(separator));
        return detected;
    }

    @Override
    public String line(Row row) {
        return line(row.cells(), separator);
    }

    /// Values as one line, in quotation marks where they need them.
    public static String line(List<String> values, char separator) {
        return values.stream().map(value -> quoted(value, separator)).collect(Collectors.joining("" + separator));
    }

    private static String quoted(String text, char separator) {
        return text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @Override
    public Rows rows() throws IOException {
        var bytes = text.bytes();
        var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(bytes, text.charset()));
        return new TextRows(reader, bytes, Math.max(text.size(), 1));
    }

    private static final class TextRows implements Rows {

        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private final TextFile.Position bytes;
        private final long size;

        TextRows(CsvReader<CsvRecord> reader, TextFile.Position bytes, long size) {
            this.reader = reader;
            this.records = reader.iterator();
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public @Nullable Row next() throws IOException {
            try {
                while (records.hasNext()) {
                    var row = row(records.next());
                    if (!row.isBlank()) {
                        return row;
                    }
                }
                return null;
            } catch (CsvParseException e) {
                throw new Broken("importing.refusal.binary");
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
        }

        private static Row row(CsvRecord row) {
            return Row.ofText(
                    (int) row.getStartingLineNumber(),
                    row.getFields().stream().map(Blank::strip).toList());
        }

        @Override
        public int percent() {
            return (int) (bytes.bytes() * 100 / size);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
