package io.encours.worklist;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.identity.SignedIn;
import io.encours.platform.pdf.PrintSource;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The pages of a printed list, as XHTML in the language of who prints.
@Component
class PrintedPages {

    private final TemplateEngine templates;
    private final Texts texts;

    PrintedPages(TemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    PrintSource of(PrintedList list, SignedIn user, LocalDate today) {
        var words = new PrintWords(texts, new Formats(user.locale()), today, user.displayName());
        var out = new StringOutput();
        templates.render("worklist/printed.jte", Map.of("list", list, "words", words), out);
        return new PrintSource(out.toString());
    }
}
