package io.encours.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts, read once and used for one document after the other. Not for two documents at a time: a font reads its
/// glyphs as they are asked for.
final class PressFonts {

    private static final String FAMILY = "Roboto";
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

    private record Face(int weight, FontStyle style, TrueTypeFont font) {}

    private final List<Face> faces = new ArrayList<>();

    PressFonts() {
        add(400, FontStyle.NORMAL, "Roboto-Regular");
        add(400, FontStyle.ITALIC, "Roboto-Italic");
        add(500, FontStyle.NORMAL, "Roboto-Medium");
        add(500, FontStyle.ITALIC, "Roboto-MediumItalic");
        add(700, FontStyle.NORMAL, "Roboto-Bold");
        add(700, FontStyle.ITALIC, "Roboto-BoldItalic");
    }

    private void add(int weight, FontStyle style, String file) {
        try (var in = PressFonts.class.getResourceAsStream(FOLDER + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("Font missing: " + file);
            }
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false); // a ligature would be found as the one sign it is drawn with
            faces.add(new Face(weight, style, font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Offers every face to a document; only those it uses get into it, and of them the glyphs it uses.
    void offer(PdfRendererBuilder builder, PDDocument document) {
        for (var face : faces) {
            builder.useFont(new Embedding(document, face.font()), FAMILY, face.weight(), face.style(), true);
        }
    }

    private static final class Embedding extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;

        Embedding(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
