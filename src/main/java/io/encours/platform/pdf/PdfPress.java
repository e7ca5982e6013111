package io.encours.platform.pdf;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Service;

/// Prints documents as PDF/A-2b. May be used by many threads at once.
@Service
public class PdfPress {

    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;
    private static final int DOTS_PER_INCH = 110;

    private final Clock clock;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final ConcurrentLinkedQueue<Tools> idle = new ConcurrentLinkedQueue<>();

    /// What one document at a time is printed with.
    private record Tools(PressFonts fonts, Markup markup, LineBreaks breaks) {

        Tools() {
            this(new PressFonts(), new Markup(), new LineBreaks());
        }
    }

    PdfPress(Clock clock) {
        this.clock = clock;
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
    }

    /// The printed document; of a page or a few.
    ///
    /// @throws IllegalArgumentException when the XHTML is not well-formed
    public byte[] print(PrintSource source) {
        var out = new ByteArrayOutputStream();
        print(source, out);
        return out.toByteArray();
    }

    /// Prints into a stream, which stays open; nothing is written when printing fails.
    ///
    /// @return number of pages
    /// @throws IllegalArgumentException when the XHTML is not well-formed
    public int print(PrintSource source, OutputStream out) {
        var tools = Objects.requireNonNullElseGet(idle.poll(), Tools::new);
        try (var document = new PDDocument()) {
            var xhtml = tools.markup().parse(source.xhtml());
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM)
                    .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
                    .useUnicodeLineBreaker(tools.breaks())
                    .withProducer(Archival.PRODUCER)
                    .withW3cDocument(xhtml, "");
            GivenImages.only(source.images(), builder);
            tools.fonts().offer(builder, document);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            Archival.mark(document, Markup.title(xhtml), Markup.language(xhtml), clock.instant());
            document.save(out);
            idle.add(tools);
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One document of all pages of many, in their order. The parts are asked for one after the other and not kept.
    ///
    /// @param documents made by this press, at least one
    /// @param language ISO 639, of the whole
    public void merge(Iterator<byte[]> documents, String title, String language, OutputStream out) {
        var merger = new PDFMergerUtility();
        try (var whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            while (documents.hasNext()) {
                try (var part = Loader.loadPDF(new RandomAccessReadBuffer(documents.next()))) {
                    merger.appendDocument(whole, part);
                }
            }
            Archival.mark(whole, title, language, clock.instant());
            whole.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first pages as pictures (PNG), for looking at a document where no PDF can be shown.
    ///
    /// @param atMost pages
    public List<byte[]> pictures(byte[] document, int atMost) {
        try (var pdf = Loader.loadPDF(document)) {
            var drawing = new PDFRenderer(pdf);
            var pictures = new ArrayList<byte[]>();
            for (var page = 0; page < Math.min(atMost, pdf.getNumberOfPages()); page++) {
                var out = new ByteArrayOutputStream();
                ImageIO.write(drawing.renderImageWithDPI(page, DOTS_PER_INCH), "png", out);
                pictures.add(out.toByteArray());
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
