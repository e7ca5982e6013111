package io.encours.correspondence.letter;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.pdf.PrintSource;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Prints the sheets of letters.
@Component
class LetterPress {

    private static final int USUAL_MARKUP = 16 << 10;

    private final TemplateEngine templates;
    private final PdfPress press;

    LetterPress(TemplateEngine templates, PdfPress press) {
        this.templates = templates;
        this.press = press;
    }

    /// @param logo of the paper
    PrintedSheet print(LetterSheet sheet, Optional<byte[]> logo) {
        var markup = new StringOutput(USUAL_MARKUP);
        templates.render("correspondence/letter.jte", sheet, markup);
        var images = logo.map(picture -> Map.of("logo", picture)).orElse(Map.of());
        var out = new ByteArrayOutputStream();
        var pages = press.print(new PrintSource(markup.toString(), images), out);
        return new PrintedSheet(out.toByteArray(), pages);
    }
}
