package io.encours.correspondence;

import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;

/// A template ready to be filled many times, for batches and print runs.
public final class PreparedTemplate {

    private final Template template;
    private final MergeText subject;
    private final MergeText body;

    /// @param template without a flaw
    PreparedTemplate(Template template) {
        this.template = template;
        this.subject = MergeText.plain(template.subject());
        this.body = template.channel().isHtml() ? MergeText.html(template.body()) : MergeText.plain(template.body());
    }

    /// Of a text that is not saved yet.
    static PreparedTemplate of(Channel channel, String language, String subject, String body) {
        return new PreparedTemplate(new Template(
                0, "", null, language, channel, Purpose.OTHER, Stage.AMICABLE, null, "", subject, body, 0, false));
    }

    public Template template() {
        return template;
    }

    public Filled fill(MergeData data) {
        var values = MergeValues.of(data, template.language());
        var title = oneLine(subject.filled(values));
        var filled = body.filled(values);
        if (!template.channel().isHtml()) {
            return filled(title, "", SmsText.plain(filled));
        }
        var html = SafeHtml.safe(filled);
        return filled(title, html, PlainText.of(html));
    }

    private Filled filled(String title, String html, String text) {
        return new Filled(template.code(), template.version(), template.language(), title, html, text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }
}
