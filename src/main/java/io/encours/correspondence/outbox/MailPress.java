package io.encours.correspondence.outbox;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.encours.company.Letterhead;
import io.encours.correspondence.Filled;
import io.encours.correspondence.MergeData;
import io.encours.correspondence.PlainText;
import io.encours.correspondence.letter.LetterSheet;
import io.encours.platform.web.Texts;
import io.encours.strategy.Purpose;
import org.springframework.stereotype.Component;

/// The sheet an e-mail is written on: the text, and under it, where it shows no items of its own, a table of them.
@Component
class MailPress {

    private static final int USUAL_MARKUP = 8 << 10;

    private final TemplateEngine templates;
    private final Texts texts;

    MailPress(TemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    LetterSheet sheet(Letterhead paper, Purpose purpose, MergeData data, Filled filled) {
        return new LetterSheet(texts, paper, "", purpose, data, filled, null);
    }

    /// The whole document.
    String html(LetterSheet sheet) {
        return rendered("correspondence/mail.jte", sheet);
    }

    /// The same words for readers without HTML.
    String text(LetterSheet sheet) {
        return PlainText.of(rendered("correspondence/_mailBody.jte", sheet));
    }

    private String rendered(String template, LetterSheet sheet) {
        var markup = new StringOutput(USUAL_MARKUP);
        templates.render(template, sheet, markup);
        return markup.toString().strip();
    }
}
