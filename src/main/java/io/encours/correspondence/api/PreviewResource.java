package io.encours.correspondence.api;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Filled;
import io.encours.correspondence.Flaw;
import io.encours.correspondence.MergeField;
import io.encours.correspondence.SmsText;
import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateDraft;
import io.encours.correspondence.TemplateKey;
import io.encours.correspondence.TemplatePreviews;
import io.encours.correspondence.Templates;
import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A text as a customer would get it, and the fields it may name.
@RestController
class PreviewResource {

    private final TemplatePreviews previews;
    private final Templates templates;

    PreviewResource(TemplatePreviews previews, Templates templates) {
        this.previews = previews;
        this.templates = templates;
    }

    /// @param company code of the customer's
    /// @param customer code
    /// @param code of a template whose values are taken where none is given; without it channel and body are needed
    record Order(
            @Nullable String company,
            @Nullable String customer,
            @Nullable String code,
            @Nullable String language,
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable String subject,
            @Nullable String body) {}

    /// @param removed from the HTML because messages may not contain it
    /// @param sms only of an SMS
    record Shown(
            String language,
            String subject,
            String html,
            String text,
            List<String> removed,
            @Nullable SmsText sms) {}

    /// Refused with line and column of everything that is wrong with the text. Nothing is written.
    @PostMapping("/api/v1/templates/preview")
    Shown preview(Scope scope, @RequestBody Order order) {
        var company = Objects.requireNonNullElse(order.company, "");
        var language = Objects.requireNonNullElse(order.language, "fr");
        var saved = order.code == null ? null : templates.get(scope, new TemplateKey(order.code, company, language));
        var preview = previews.of(
                scope, draft(order, language, saved), company, Objects.requireNonNullElse(order.customer, ""));
        var filled = preview.filled();
        if (filled == null) {
            throw Problem.invalid(errors(preview.subject(), preview.body()));
        }
        return shown(filled, preview.removed(), preview.sms());
    }

    /// A field as it is written in a text.
    ///
    /// @param fields of a group, written `group.field`; of a list, written inside of its section
    record Field(String name, MergeField.Kind kind, List<Field> fields) {

        static Field of(MergeField field) {
            return new Field(
                    field.name(),
                    field.kind(),
                    field.inside().stream().map(Field::of).toList());
        }
    }

    /// All there is.
    @GetMapping("/api/v1/template-fields")
    Slice<Field> fields() {
        return new Slice<>(MergeField.ALL.stream().map(Field::of).toList(), null);
    }

    private static TemplateDraft draft(Order order, String language, @Nullable Template saved) {
        return new TemplateDraft(
                null,
                null,
                language,
                order.channel != null ? order.channel : saved == null ? null : name(saved.channel()),
                order.purpose != null
                        ? order.purpose
                        : saved == null ? null : saved.purpose().name(),
                null,
                null,
                null,
                order.subject != null ? order.subject : saved == null ? null : saved.subject(),
                order.body != null ? order.body : saved == null ? null : saved.body(),
                null);
    }

    private static String name(Channel channel) {
        return channel.name();
    }

    private static Shown shown(Filled filled, List<String> removed, @Nullable SmsText sms) {
        return new Shown(filled.language(), filled.subject(), filled.html(), filled.text(), removed, sms);
    }

    private static List<FieldError> errors(List<Flaw> subject, List<Flaw> body) {
        var errors = new ArrayList<FieldError>();
        subject.forEach(flaw -> errors.add(new FieldError("subject", flaw.code(), flaw.placed())));
        body.forEach(flaw -> errors.add(new FieldError("body", flaw.code(), flaw.placed())));
        return errors;
    }
}
