package io.encours.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written cell by cell as its XML, to have every type of cell there is. Style 1 is a day, style 2 an
/// amount,
/// style 3 a code of six digits.
final class SheetXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private boolean from1904;
    private String current = "Feuil1";

    SheetXml from1904() {
        from1904 = true;
        return this;
    }

    /// The next rows are on a sheet of that name.
    SheetXml sheet(String name) {
        current = name;
        return this;
    }

    /// @param cells XML of each, see `text`, `number` …; empty: no cell at all
    SheetXml row(int line, String... cells) {
        var rows = sheets.computeIfAbsent(current, name -> new StringBuilder());
        rows.append("<row r=\"%d\">".formatted(line));
        for (var column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                rows.append(cells[column].replace("@", "" + (char) ('A' + column) + line));
            }
        }
        rows.append("</row>");
        return this;
    }

    SheetXml row(int line, List<String> names) {
        return row(line, names.stream().map(this::text).toArray(String[]::new));
    }

    /// In the table of shared texts.
    String text(String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return "<c r=\"@\" t=\"s\"><v>" + texts.indexOf(text) + "</v></c>";
    }

    static String inline(String text) {
        return "<c r=\"@\" t=\"inlineStr\"><is><r><t>" + text + "</t></r></is></c>";
    }

    static String number(String written) {
        return "<c r=\"@\"><v>" + written + "</v></c>";
    }

    static String styled(int style, String written) {
        return "<c r=\"@\" s=\"" + style + "\"><v>" + written + "</v></c>";
    }

    static String formula(String formula, String value) {
        return "<c r=\"@\" s=\"2\"><f>" + formula + "</f><v>" + value + "</v></c>";
    }

    static String textFormula(String formula, String value) {
        return "<c r=\"@\" t=\"str\"><f>" + formula + "</f><v>" + value + "</v></c>";
    }

    static String other(String type, String value) {
        return "<c r=\"@\" t=\"" + type + "\"><v>" + value + "</v></c>";
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            part(zip, "_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
            var relations = new StringBuilder(relation("t", "sharedStrings", "sharedStrings.xml"))
                    .append(relation("s", "styles", "styles.xml"));
            var book = new StringBuilder();
            var number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                relations.append(relation("w" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
                book.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"w%d\"/>".formatted(sheet.getKey(), number, number));
                part(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet" + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
            }
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook" + MAIN + " xmlns:r=\"" + RELATIONS + "\"><workbookPr date1904=\"" + (from1904 ? 1 : 0)
                            + "\"/><sheets>" + book + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations(relations.toString()));
            var shared = new StringBuilder();
            texts.forEach(text -> shared.append("<si><t>").append(text).append("</t></si>"));
            part(zip, "xl/sharedStrings.xml", "<sst" + MAIN + ">" + shared + "</sst>");
            part(zip, "xl/styles.xml", """
                    <styleSheet%s><numFmts count="1"><numFmt numFmtId="170" formatCode="000000"/></numFmts>
                    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/><xf numFmtId="170"/></cellXfs>
                    </styleSheet>""".formatted(MAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }
}
