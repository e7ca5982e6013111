package io.encours.correspondence.web;

import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateDraft;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A template as it stands in the fields of the editor.
final class TemplateForm {

    private TemplateForm() {}

    /// @param version of the words that are edited; 0: there are none of their own yet
    static Map<String, String> of(Template template, int version) {
        var values = new HashMap<String, String>();
        values.put("code", template.code());
        values.put("channel", template.channel().name());
        values.put("purpose", template.purpose().name());
        values.put("stage", template.stage().name());
        values.put("level", Objects.toString(template.level(), ""));
        values.put("label", template.label());
        values.put("subject", template.subject());
        values.put("body", template.body());
        values.put("version", String.valueOf(version));
        return values;
    }

    static TemplateDraft draft(Map<String, String> values) {
        return new TemplateDraft(
                values.get("code"),
                values.get("company"),
                values.get("language"),
                values.get("channel"),
                values.get("purpose"),
                values.get("stage"),
                level(values.get("level")),
                values.get("label"),
                values.get("subject"),
                values.get("body"),
                values.get("comment"));
    }

    private static @Nullable Integer level(@Nullable String text) {
        return text != null && text.matches("\\d") ? Integer.valueOf(text) : null;
    }
}
