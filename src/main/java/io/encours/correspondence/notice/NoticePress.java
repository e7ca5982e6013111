package io.encours.correspondence.notice;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.company.Letterheads;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.pdf.PrintSource;
import io.encours.platform.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints formal notices as PDF/A.
@Component
class NoticePress {

    private final TemplateEngine templates;
    private final PdfPress press;
    private final Letterheads letterheads;
    private final Texts texts;

    NoticePress(TemplateEngine templates, PdfPress press, Letterheads letterheads, Texts texts) {
        this.templates = templates;
        this.press = press;
        this.letterheads = letterheads;
        this.texts = texts;
    }

    /// A printed document; its bytes are the caller's.
    static final class Printed {

        private final byte[] pdf;
        private final int pages;

        Printed(byte[] pdf, int pages) {
            this.pdf = pdf;
            this.pages = pages;
        }

        byte[] pdf() {
            return pdf;
        }

        int pages() {
            return pages;
        }
    }

    /// @param number null: a preview
    Printed print(Demand demand, @Nullable String number) {
        var sheet = new NoticeSheet(texts, Locale.forLanguageTag(language(demand)), demand, number);
        var markup = new StringOutput();
        templates.render("correspondence/notice.jte", sheet, markup);
        var images = letterheads
                .logo(demand.account().customer().companyId())
                .map(logo -> Map.of("logo", logo))
                .orElse(Map.of());
        var pdf = press.print(new PrintSource(markup.toString(), images));
        return new Printed(pdf, pages(pdf));
    }

    private static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The customer's, where Encours speaks it; English else.
    static String language(Demand demand) {
        return demand.account().customer().details().language().startsWith("fr") ? "fr" : "en";
    }
}
