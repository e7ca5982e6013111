package io.encours.importing;

import io.encours.importing.text.TextFile;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a file turned out to be; shown in the report, and needed to write its rejects in the same form.
final class Detected {

    static final String CHARSET = "charset";
    static final String SEPARATOR = "separator";
    static final String HEADER = "header";

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
