package io.encours.importing.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.encours.importing.text.Headers;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CSV file with a header of names: separator and charset found out, columns in any order.
///
/// @param header the first line
/// @param unknown names of columns that mean nothing here
public record CsvFile(
        TextFile text, char separator, String header, Map<String, Integer> columns, List<String> unknown) {

    private static final char[] SEPARATORS = {';', ',', '\t'};

    /// @param known names of the columns of the kind
    /// @throws Unreadable when a required column is missing
    public static CsvFile open(Path path, Set<String> known, Set<String> required) throws IOException, Unreadable {
        var text = TextFile.open(path);
        var header = text.firstLine();
        var separator = separator(header, known);
        var names = new HashMap<String, String>();
        known.forEach(name -> names.put(Headers.plain(name), name));
        var columns = new HashMap<String, Integer>();
        var unknown = new ArrayList<String>();
        var fields = split(header, separator);
        for (var i = 0; i < fields.size(); i++) {
            var plain = Headers.plain(fields.get(i));
            var name = names.get(plain);
            if (name != null) {
                columns.putIfAbsent(name, i);
            } else if (!plain.isEmpty() && !plain.equals(Headers.plain(Headers.REJECT_REASON))) {
                unknown.add(fields.get(i));
            }
        }
        var missing = required.stream()
                .filter(name -> !columns.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new Unreadable("importing.refusal.missingColumns", String.join(", ", missing));
        }
        return new CsvFile(text, separator, header, columns, List.copyOf(unknown));
    }

    /// How many columns of a kind a first line has.
    public static int columnsOf(String header, Set<String> known) {
        var plain = known.stream().map(Headers::plain).toList();
        return (int) split(header, separator(header, known)).stream()
                .map(Headers::plain)
                .distinct()
                .filter(plain::contains)
                .count();
    }

    /// The rows; to be closed.
    CsvReader<CsvRecord> rows() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(text.bytes(), text.charset()));
    }

    /// The value of a column, stripped; empty when the file does not have the column or the row ends before.
    String value(CsvRecord row, String column) {
        var place = columns.get(column);
        return place == null || place >= row.getFieldCount()
                ? ""
                : io.encours.importing.text.Blank.strip(row.getField(place));
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /// The row as a line of the same form.
    String raw(CsvRecord row) {
        return String.join(
                String.valueOf(separator),
                row.getFields().stream().map(this::quoted).toList());
    }

    private String quoted(@Nullable String field) {
        var text = field == null ? "" : field;
        return text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static char separator(String header, Set<String> known) {
        var plain = known.stream().map(Headers::plain).toList();
        var best = ';';
        var most = -1L;
        for (var separator : SEPARATORS) {
            var found = split(header, separator).stream()
                    .map(Headers::plain)
                    .filter(plain::contains)
                    .count();
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }

    private static List<String> split(String header, char separator) {
        return List.of(header.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)).stream()
                .map(name -> name.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }
}
