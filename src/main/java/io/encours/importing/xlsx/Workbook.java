package io.encours.importing.xlsx;

import io.encours.importing.table.Grid;
import io.encours.importing.table.Row;
import io.encours.importing.table.Rows;
import io.encours.importing.table.Rows.Broken;
import io.encours.importing.table.TextGrid;
import io.encours.importing.text.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A workbook: its visible sheets, in their order.
public final class Workbook implements Closeable {

    public static final String FORMAT = "format";
    public static final String XLSX = "xlsx";

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /// Of a row kept as a line of text.
    private static final char SEPARATOR = ';';

    private final Parts parts;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    private Workbook(Parts parts) throws IOException {
        this.parts = parts;
        var book = relations("", "_rels/.rels").values().stream()
                .filter(target -> target.type().endsWith("/officeDocument"))
                .map(Target::path)
                .findFirst()
                .orElse("xl/workbook.xml");
        var folder = book.substring(0, book.lastIndexOf('/') + 1);
        var relations = relations(folder, folder + "_rels/" + book.substring(folder.length()) + ".rels");
        this.texts = new SharedTexts(part(relations, "/sharedStrings"));
        var styles = part(relations, "/styles");
        this.formats = styles == null ? CellFormats.none() : CellFormats.read(styles);
        sheets(book, relations);
    }

    /// A part that another one refers to.
    private record Target(String type, String path) {}

    /// By its first bytes: a ZIP, or the older form of workbooks, which is then refused in words.
    public static boolean looksLikeOne(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            return java.util.Arrays.equals(first, ZIP) || java.util.Arrays.equals(first, OLE);
        }
    }

    /// @throws Unreadable when it is no workbook, a protected one, or one of the older form
    public static Workbook open(Path file) throws IOException, Unreadable {
        try (var in = Files.newInputStream(file)) {
            if (java.util.Arrays.equals(in.readNBytes(4), OLE)) {
                throw new Unreadable("importing.refusal.xls");
            }
        }
        Parts parts = null;
        try {
            parts = Parts.open(file);
            var workbook = new Workbook(parts);
            if (workbook.sheets.isEmpty()) {
                throw new Broken("importing.refusal.workbook");
            }
            return workbook;
        } catch (ZipException | Broken e) {
            if (parts != null) {
                parts.close();
            }
            throw new Unreadable(e instanceof Broken broken ? broken.reason() : "importing.refusal.workbook");
        }
    }

    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    private void sheets(String book, Map<String, Target> relations) throws IOException {
        try (var part = parts.part(book).orElseThrow(() -> new Broken("importing.refusal.workbook"))) {
            var xml = Parts.read(part);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    var from = CellFormats.attribute(xml, "date1904");
                    from1904 = from.equals("1") || from.equals("true");
                } else if (xml.getLocalName().equals("sheet")
                        && !CellFormats.attribute(xml, "state").contains("idden")) {
                    var target = relations.get(relationId(xml));
                    if (target != null && target.type().endsWith("/worksheet")) {
                        sheets.add(new Sheet(CellFormats.attribute(xml, "name"), target.path()));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw Parts.broken(e);
        }
    }

    /// `r:id`, in whichever of the two name spaces of the format.
    private static String relationId(javax.xml.stream.XMLStreamReader xml) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Parts.@Nullable Part part(Map<String, Target> relations, String type) throws IOException {
        for (var target : relations.values()) {
            if (target.type().endsWith(type)) {
                return parts.part(target.path()).orElse(null);
            }
        }
        return null;
    }

    private Map<String, Target> relations(String folder, String path) throws IOException {
        var relations = new HashMap<String, Target>();
        var part = parts.part(path);
        if (part.isEmpty()) {
            return relations;
        }
        try (var in = part.get()) {
            var xml = Parts.read(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = CellFormats.attribute(xml, "Target");
                    var whole = target.startsWith("/") ? target.substring(1) : folder + target;
                    relations.put(
                            CellFormats.attribute(xml, "Id"), new Target(CellFormats.attribute(xml, "Type"), whole));
                }
            }
        } catch (XMLStreamException e) {
            throw Parts.broken(e);
        }
        return relations;
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            texts.close();
        }
    }

    /// One sheet.
    public final class Sheet implements Grid {

        private final String name;
        private final String path;

        Sheet(String name, String path) {
            this.name = name;
            this.path = path;
        }

        @Override
        public String sheet() {
            return name;
        }

        @Override
        public boolean isDate1904() {
            return from1904;
        }

        @Override
        public Map<String, String> detected() {
            return new java.util.LinkedHashMap<>(Map.of(FORMAT, XLSX, TextGrid.SEPARATOR, String.valueOf(SEPARATOR)));
        }

        @Override
        public String line(Row row) {
            return TextGrid.line(row.cells(), SEPARATOR);
        }

        @Override
        public Rows rows() throws IOException {
            return new SheetRows(
                    parts.part(path).orElseThrow(() -> new Broken("importing.refusal.workbook")),
                    parts.size(path),
                    texts,
                    formats,
                    from1904);
        }
    }
}
