package io.encours.correspondence.letter;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.pdf.PrintSource;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sets the sheets of letters, and prints what was set: the first takes a tenth of a millisecond, the second
/// ten.
@Component
class LetterPress {

    private static final int USUAL_MARKUP = 16 << 10;

    private final TemplateEngine templates;
    private final PdfPress press;

    LetterPress(TemplateEngine templates, PdfPress press) {
        this.templates = templates;
        this.press = press;
    }

    /// The whole letter but for its logo, as XHTML.
    String set(LetterSheet sheet) {
        var markup = new StringOutput(USUAL_MARKUP);
        templates.render("correspondence/letter.jte", sheet, markup);
        return markup.toString();
    }

    /// @param logo of the paper
    PrintedSheet print(String markup, Optional<byte[]> logo) {
        var images = logo.map(picture -> Map.of("logo", picture)).orElse(Map.of());
        var out = new ByteArrayOutputStream();
        var pages = press.print(new PrintSource(markup, images), out);
        return new PrintedSheet(out.toByteArray(), pages);
    }
}
