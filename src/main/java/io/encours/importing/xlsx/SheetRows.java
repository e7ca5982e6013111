package io.encours.importing.xlsx;

import io.encours.importing.table.Row;
import io.encours.importing.table.Rows;
import io.encours.importing.text.Blank;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet, from its XML.
final class SheetRows implements Rows {

    private static final int MOST_COLUMNS = 16_384;

    /// Of the text of a number, a date or a truth.
    private static final int LONGEST_VALUE = 1 << 20;

    private final Parts.Part part;
    private final long size;
    private final XMLStreamReader xml;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean from1904;
    private int line;

    SheetRows(Parts.Part part, long size, SharedTexts texts, CellFormats formats, boolean from1904) throws IOException {
        this.part = part;
        this.size = Math.max(size, 1);
        this.xml = Parts.read(part);
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    line = number(CellFormats.attribute(xml, "r"), line + 1);
                    var row = row();
                    if (!row.isBlank()) {
                        return row;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    return null;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Parts.broken(e);
        }
    }

    private Row row() throws XMLStreamException, IOException {
        var cells = new ArrayList<String>();
        var typed = new BitSet();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                cell(cells, typed);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                break;
            }
        }
        return new Row(line, cells, typed);
    }

    private void cell(List<String> cells, BitSet typed) throws XMLStreamException, IOException {
        var type = CellFormats.attribute(xml, "t");
        var style = CellFormats.attribute(xml, "s");
        var column = column(CellFormats.attribute(xml, "r"), cells.size());
        var written = "";
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                written = value();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                written = SharedTexts.text(xml, "is");
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (column >= MOST_COLUMNS || written.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text(type, style, written));
        typed.set(column, type.isEmpty() || type.equals("n") || type.equals("d"));
    }

    /// The types of ISO/IEC 29500-1, 18.18.11; a formula has the value it was last worked out to.
    private String text(String type, String style, String written) throws IOException {
        return switch (type) {
            case "", "n" -> CellText.number(Blank.strip(written), formats.of(style), from1904);
            case "s" -> Blank.strip(texts.text(number(Blank.strip(written), -1)));
            case "b" -> written.equals("1") ? "true" : "false";
            case "d" -> written.length() > 10 && written.charAt(10) == 'T' ? written.substring(0, 10) : written;
            default -> Blank.strip(written); // str, inlineStr, e
        };
    }

    private String value() throws XMLStreamException, IOException {
        var text = new StringBuilder();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return text.toString();
            }
            if (xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > LONGEST_VALUE) {
                    throw new Broken("importing.refusal.zipBomb");
                }
            }
        }
        return text.toString();
    }

    /// `C7` is column 2; a cell that does not say stands behind the one before.
    private static int column(String reference, int next) {
        var column = 0;
        for (var i = 0; i < reference.length(); i++) {
            var c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = Math.min(column * 26 + c - 'A' + 1, MOST_COLUMNS + 1);
        }
        return column == 0 ? next : column - 1;
    }

    private static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public int percent() {
        return (int) Math.min(100, part.unpacked() * 100 / size);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
