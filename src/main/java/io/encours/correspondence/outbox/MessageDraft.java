package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.Templates;
import io.encours.correspondence.outbox.Composer.Order;
import io.encours.customer.Customer;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message as a person or a program asks for it.
///
/// @param channel as in `Channel`; null: EMAIL
/// @param template code; null: own words
/// @param subject of own words
/// @param text own words, plain
/// @param items as given outside; null or empty: with a template those it is usually about, with own words none
/// @param deadline until when the customer is asked to pay
/// @param statement the statement of account goes with it
public record MessageDraft(
        @Nullable String channel,
        @Nullable String template,
        @Nullable String subject,
        @Nullable String text,
        @Nullable List<String> items,
        @Nullable LocalDate deadline,
        @Nullable Boolean statement) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 20_000;

    boolean isOwnWords() {
        return template == null || template.isBlank();
    }

    Channel way() {
        var checks = new Checks();
        var way = checks.choice("channel", channel, Channel.class, Channel.EMAIL);
        checks.that(way != Channel.LETTER, "channel", "correspondence.message.problem.letter");
        checks.orRefuse();
        return Objects.requireNonNull(way);
    }

    /// What the template is for.
    ///
    /// @throws Problem invalid when the company has no such template of this channel
    TemplateUse use(Templates templates, Customer customer) {
        var code = Objects.requireNonNull(template).strip();
        return templates.usableBy(customer.companyId()).stream()
                .filter(each -> each.code().equals(code) && each.channel() == way())
                .findFirst()
                .map(each -> use(each, customer))
                .orElseThrow(() -> Problem.invalid("template", "correspondence.message.problem.template"));
    }

    private static TemplateUse use(Template template, Customer customer) {
        return new TemplateUse(
                template.channel(),
                template.purpose(),
                template.stage(),
                Optional.ofNullable(template.level()).orElse(1),
                customer.details().language(),
                template.code());
    }

    /// @throws Problem invalid when subject or text is missing or too long
    void checkWords() {
        var checks = new Checks();
        if (way() == Channel.EMAIL) {
            checks.required("subject", subject, LONGEST_SUBJECT);
        }
        checks.required("text", text, LONGEST_TEXT);
        checks.orRefuse();
    }

    String writtenSubject() {
        return way() == Channel.EMAIL ? Objects.requireNonNullElse(subject, "").strip() : "";
    }

    String writtenText() {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /// @throws Problem invalid when an item is not the customer's
    Order order(long customerId) {
        var ids = Objects.requireNonNullElse(items, List.<String>of()).stream()
                .map(each -> RowId.parse(each)
                        .filter(id -> id.customer() == customerId)
                        .orElseThrow(() -> Problem.invalid("items", "correspondence.message.refusal.ITEM_NOT_OPEN"))
                        .id())
                .toList();
        return Order.about(customerId, ids).until(deadline);
    }

    /// @param name of the statement, in the customer's language
    List<Enclosure> enclosures(String name) {
        return Boolean.TRUE.equals(statement) && way() == Channel.EMAIL
                ? List.of(new Enclosure.Statement(name))
                : List.of();
    }
}
