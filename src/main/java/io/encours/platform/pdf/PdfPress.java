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
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;

/// Prints documents as PDF/A-2b. May be used by many threads at once.
@Service
public class PdfPress {

    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;

    private final Clock clock;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final ConcurrentLinkedQueue<PressFonts> idleFonts = new ConcurrentLinkedQueue<>();

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
    /// @throws IllegalArgumentException when the XHTML is not well-formed
    public void print(PrintSource source, OutputStream out) {
        var fonts = Objects.requireNonNullElseGet(idleFonts.poll(), PressFonts::new);
        try (var document = new PDDocument()) {
            var xhtml = Markup.parse(source.xhtml());
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM)
                    .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
                    .withProducer(Archival.PRODUCER)
                    .withW3cDocument(xhtml, "");
            GivenImages.only(source.images(), builder);
            fonts.offer(builder, document);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            Archival.mark(document, Markup.title(xhtml), Markup.language(xhtml), clock.instant());
            document.save(out);
            idleFonts.add(fonts);
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
}
