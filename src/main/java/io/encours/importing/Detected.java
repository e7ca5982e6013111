package io.encours.importing;

import io.encours.importing.table.Table;
import io.encours.importing.table.TextGrid;
import io.encours.importing.text.TextFile;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a file turned out to be; shown in the report, and needed to write its rejects in the same form.
final class Detected {

    static final String CHARSET = TextGrid.CHARSET;
    static final String SEPARATOR = TextGrid.SEPARATOR;
    static final String HEADER = Table.HEADER;
    static final String TRAILING = "trailing";

    private Detected() {}

    /// @param header empty: the file has none
    static Map<String, String> of(TextFile text, char separator, String header) {
        var detected = new LinkedHashMap<String, String>();
        detected.put(CHARSET, text.charset().name());
        detected.put(SEPARATOR, String.valueOf(separator));
        detected.put(HEADER, header);
        return detected;
    }
}
