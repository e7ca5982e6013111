package io.encours.platform.pdf;

import static io.encours.platform.pdf.PdfValidation.text;
import static io.encours.platform.pdf.PdfValidation.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Documents as PDF/A (K4, S6, A1)")
class PdfPressTest {

    private static final String PAGE = """
            <html lang="fr"><head><title>%s</title><style>
            @page { size: A4; margin: 20mm; @bottom-right { content: "Page " counter(page) "/" counter(pages); font: 8pt Roboto } }
            body { font: 10pt Roboto }
            td { border-bottom: 0.5pt solid #c0c0c0 }
            </style></head><body>%s</body></html>
            """;

    private final PdfPress press = new PdfPress(Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_document_is_PDF_A_with_its_title_and_language() throws Exception {
        var pdf = press.print(
                page("Relance n° 1 <& suite>".replace("<&", "&lt;&amp;").replace(">", "&gt;"), "<p>Bonjour</p>"));
        assertThat(violations(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Relance n° 1 <& suite>");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
    }

    @Test
    void text_is_found_as_it_was_written() throws Exception {
        var text =
                "Dû\u00a0: 1\u202f234\u202f567,80\u00a0€ \u2212\u00a012,50\u00a0€ « L’Œuvre » ÉTÉ À œuf fi ffl № — …";
        var pdf =
                press.print(page("Signes", "<p><b>" + text + "</b></p><p><i>" + text + "</i></p><p>" + text + "</p>"));
        assertThat(violations(pdf)).isEmpty();
        assertThat(text(pdf).lines().filter(line -> line.startsWith("Dû")).toList())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).isEqualTo(text.replaceAll("[\\u00a0\\u202f]", " ")));
    }

    @Test
    void characters_that_no_document_may_have_are_left_out() throws Exception {
        var pdf = press.print(page("Signes", "<p>Siret\u000b 732 829\u0001 320</p>"));
        assertThat(text(pdf)).contains("Siret 732 829 320");
    }

    @Test
    void figures_are_of_one_width() throws Exception {
        var fonts = new PDDocument();
        try (fonts;
                var in = PdfPress.class.getResourceAsStream("/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf")) {
            var font = org.apache.pdfbox.pdmodel.font.PDType0Font.load(fonts, in);
            var widths = new ArrayList<Float>();
            for (var figure : "0123456789".split("")) {
                widths.add(font.getStringWidth(figure));
            }
            assertThat(widths).containsOnly(widths.getFirst());
        }
    }

    @Test
    void pages_are_numbered_and_heads_of_tables_repeated() throws Exception {
        var rows = new StringBuilder(
                "<table style=\"-fs-table-paginate: paginate\"><thead><tr><td>Pièce</td></tr></thead><tbody>");
        IntStream.range(0, 120)
                .forEach(row -> rows.append("<tr><td>F").append(row).append("</td></tr>"));
        var pdf = press.print(page("Relevé", rows + "</tbody></table>"));
        assertThat(violations(pdf)).isEmpty();
        assertThat(text(pdf)).contains("Page 1/3", "Page 3/3");
        assertThat(text(pdf).lines().filter("Pièce"::equals)).hasSize(3);
    }

    @Test
    void an_image_of_the_caller_is_shown() throws Exception {
        var pdf = press.print(
                new PrintSource(PAGE.formatted("Logo", "<img src=\"logo\"/>"), Map.of("logo", redSquare())));
        assertThat(violations(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFRenderer(document).renderImage(0, 1).getRGB(65, 65))
                    .isEqualTo(Color.RED.getRGB());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"http://localhost:1/a.png\"/>",
                "<img src=\"file:///etc/hostname\"/>",
                "<img src=\"classpath:/static/a.png\"/>",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\"/>",
                "<img src=\"other\"/>",
                "<object data=\"file:///etc/hostname\"></object>",
                "<div style=\"background-image: url(file:///etc/hostname)\">x</div>",
                "<style>@import url(file:///etc/hostname);</style>",
                "<link rel=\"attachment\" href=\"file:///etc/hostname\"/>"
            })
    void nothing_is_fetched(String markup) throws Exception {
        var pdf = press.print(page("Rien", markup + "<p>Texte</p>"));
        assertThat(text(pdf)).contains("Texte");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getCOSObject().containsKey(COSName.XOBJECT))
                    .isFalse();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>", "&nbsp;", "<p>a & b</p>"})
    void what_is_not_well_formed_is_refused_and_nothing_is_written(String markup) {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> press.print(page("Faux", markup), out)).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void an_entity_of_a_document_type_is_refused() {
        var bomb =
                "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><html lang=\"fr\"><body>&a;</body></html>";
        assertThatThrownBy(() -> press.print(new PrintSource(bomb))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_documents_become_one_in_their_order() throws Exception {
        var parts = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> press.print(page("Lettre " + n, "<p>Lettre numéro " + n + "</p>")))
                .toList();
        var out = new ByteArrayOutputStream();
        press.merge(parts.iterator(), "Courriers du 24/11/2026", "fr", out);
        assertThat(violations(out.toByteArray())).isEmpty();
        assertThat(text(out.toByteArray()).lines().filter(line -> line.startsWith("Lettre")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> "Lettre numéro " + n)
                        .toList());
    }

    @Test
    void many_threads_print_at_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var printed = IntStream.range(0, 60)
                    .mapToObj(n -> threads.submit(() -> press.print(page("L", "<p>Numéro " + n + "</p>"))))
                    .toList();
            for (var n = 0; n < printed.size(); n++) {
                assertThat(text(printed.get(n).get()).lines()).contains("Numéro " + n);
            }
        }
    }

    private static PrintSource page(String title, String body) {
        return new PrintSource(PAGE.formatted(title, body));
    }

    private static byte[] redSquare() throws IOException {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 40, 40);
        drawing.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
