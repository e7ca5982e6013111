package io.encours.reporting.export;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.pdf.PrintSource;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Writes a report as a file in the reader's language (I5). CSV and XLSX of an aged balance are written as its
/// rows are read, however many there are.
@Service
public class ReportExports {

    private static final int MOST_PRINTED = 5_000;

    /// Where a file goes; asked for only when there is something to write.
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    private final Reports reports;
    private final Texts texts;
    private final TemplateEngine templates;
    private final PdfPress press;

    ReportExports(Reports reports, Texts texts, TemplateEngine templates, PdfPress press) {
        this.reports = reports;
        this.texts = texts;
        this.templates = templates;
        this.press = press;
    }

    /// @throws Problem as the report does, before the target is opened; refused when it is too long to be printed
    public void write(Scope scope, ReportName name, ReportQuery query, Format format, Locale locale, Target target) {
        var sheets = new Sheets(key -> texts.text(locale, key));
        var title = texts.text(locale, name.messageKey());
        try {
            if (format == Format.PDF) {
                var sheet = sheets.of(reports.of(scope, name, query));
                if (sheet.rows().size() > MOST_PRINTED) {
                    throw Problem.refused("reporting.problem.tooLongToPrint", String.valueOf(MOST_PRINTED));
                }
                var pdf = press.print(print(sheet, title, locale));
                target.open().write(pdf);
            } else if (name == ReportName.AGED_BALANCE && query.rows().limit() == null) {
                aged(scope, query, sheets, new Opening(format, title, locale, target));
            } else {
                var sheet = sheets.of(reports.of(scope, name, query));
                try (var writer = new Opening(format, title, locale, target).get()) {
                    writer.header(sheet.columns());
                    sheet.rows().forEach(writer::row);
                    if (!sheet.total().isEmpty()) {
                        writer.total(sheet.total());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void aged(Scope scope, ReportQuery query, Sheets sheets, Opening opening) {
        try (var file = opening) {
            var total = reports.eachAged(
                    scope,
                    query,
                    buckets -> file.get().header(sheets.aged(buckets)),
                    row -> file.get().row(sheets.row(row)));
            file.get().total(sheets.total(total));
        }
    }

    private PrintSource print(Sheet sheet, String title, Locale locale) {
        var out = new StringOutput();
        templates.render(
                "reporting/printed.jte",
                Map.of(
                        "sheet",
                        sheet,
                        "title",
                        title,
                        "formats",
                        new Formats(locale),
                        "pageWord",
                        texts.text(locale, "reporting.print.page")),
                out);
        return new PrintSource(out.toString());
    }

    /// Opens the file when the first thing is written, so that a refusal can still be told.
    private static final class Opening implements AutoCloseable {

        private final Format format;
        private final String title;
        private final Locale locale;
        private final Target target;
        private @Nullable SheetWriter writer;

        Opening(Format format, String title, Locale locale, Target target) {
            this.format = format;
            this.title = title;
            this.locale = locale;
            this.target = target;
        }

        SheetWriter get() {
            var known = writer;
            if (known != null) {
                return known;
            }
            try {
                var out = target.open();
                var opened = format == Format.CSV ? new CsvSheet(out, locale) : new XlsxSheet(out, title);
                writer = opened;
                return opened;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
