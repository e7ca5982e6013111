package io.encours.importing.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What the styles of a workbook make of its numbers: a date is a number with a format of days; a code with zeros in
/// front is a number with a format of zeros (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
final class CellFormats {

    private static final Pattern NOT_LETTERS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern DAYS = Pattern.compile("[dDyY]");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    /// A format of a cell, as far as it matters.
    ///
    /// @param zeros number of digits to fill up to; 0: none
    record Format(boolean isDate, int zeros) {
        static final Format PLAIN = new Format(false, 0);
    }

    private final List<Format> styles;

    private CellFormats(List<Format> styles) {
        this.styles = styles;
    }

    static CellFormats none() {
        return new CellFormats(List.of());
    }

    static CellFormats read(Parts.Part part) throws IOException {
        var written = new HashMap<Integer, String>();
        var styles = new ArrayList<Format>();
        try (part) {
            var xml = Parts.read(part);
            var cells = false;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "numFmt" -> written.put(number(xml, "numFmtId"), attribute(xml, "formatCode"));
                        case "cellXfs" -> cells = true;
                        case "xf" -> {
                            if (cells) {
                                styles.add(format(number(xml, "numFmtId"), written));
                            }
                        }
                        default -> {} // fonts, fills and borders
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    cells = false;
                }
            }
        } catch (XMLStreamException e) {
            throw Parts.broken(e);
        }
        return new CellFormats(styles);
    }

    Format of(String style) {
        try {
            var index = style.isEmpty() ? -1 : Integer.parseInt(style);
            return index >= 0 && index < styles.size() ? styles.get(index) : Format.PLAIN;
        } catch (NumberFormatException e) {
            return Format.PLAIN;
        }
    }

    /// Numbers 14 to 22, 27 to 36 and 50 to 58 are dates without being written down.
    private static Format format(int id, Map<Integer, String> written) {
        var code = written.get(id);
        if (code == null) {
            var isDate = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            return new Format(isDate, 0);
        }
        var positive = code.split(";", 2)[0];
        return new Format(
                DAYS.matcher(NOT_LETTERS.matcher(positive).replaceAll("")).find(),
                ZEROS.matcher(positive).matches() ? positive.length() : 0);
    }

    private static int number(XMLStreamReader xml, String name) {
        try {
            return Integer.parseInt(attribute(xml, name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
