package io.encours.correspondence;

import io.encours.platform.Checks;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a draft into a template, telling everything that is wrong with it, each with its field.
final class DraftReader {

    /// @param removed from its HTML, see `SafeHtml`
    record Read(Template template, List<String> removed) {}

    /// Codes are parts of addresses.
    private static final Pattern CODE = Pattern.compile("[^/\\p{Cntrl}]{1,40}");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 60_000;
    private static final int LONGEST_SMS = 1_000;
    private static final int FIRMEST = 9;

    private final Checks checks = new Checks();
    private final TemplateDraft draft;
    private final Optional<Template> before;

    private DraftReader(TemplateDraft draft, Optional<Template> before) {
        this.draft = draft;
        this.before = before;
    }

    /// @param before what is there already and gives the values that the draft does not
    /// @param channel of everything with this code; empty: the code is new
    /// @throws io.encours.platform.Problem with every error
    static Read read(TemplateDraft draft, Optional<Template> before, Optional<Channel> channel) {
        return new DraftReader(draft, before).read(channel);
    }

    /// @throws io.encours.platform.Problem when it is no code
    static String code(@Nullable String given) {
        var checks = new Checks();
        var code = checks.required("code", given, 40);
        checks.that(code.isEmpty() || CODE.matcher(code).matches(), "code", "correspondence.problem.code", code);
        checks.orRefuse();
        return code;
    }

    /// @throws io.encours.platform.Problem when it is none
    static String language(@Nullable String given) {
        var checks = new Checks();
        var language = checks.required("language", given, 5);
        checks.that(
                language.isEmpty() || LANGUAGES.contains(language.replaceFirst("-[A-Z]{2}$", "")),
                "language",
                "correspondence.problem.language",
                language);
        checks.orRefuse();
        return language;
    }

    /// @throws io.encours.platform.Problem when it is none
    static Channel channel(@Nullable String given) {
        var checks = new Checks();
        var channel = checks.choice("channel", given, Channel.class, null);
        checks.orRefuse();
        return Objects.requireNonNull(channel);
    }

    /// @throws io.encours.platform.Problem when it is none
    static Purpose purpose(@Nullable String given) {
        var checks = new Checks();
        var purpose = checks.choice("purpose", given, Purpose.class, Purpose.REMINDER);
        checks.orRefuse();
        return Objects.requireNonNull(purpose);
    }

    private Read read(Optional<Channel> known) {
        var channel = checks.choice(
                "channel",
                draft.channel(),
                Channel.class,
                known.or(() -> before.map(Template::channel)).orElse(null));
        checks.that(
                channel == null || known.isEmpty() || known.get() == channel,
                "channel",
                "correspondence.problem.channelOfCode",
                known.map(Enum::name).orElse(""));
        var purpose = checks.choice(
                "purpose",
                draft.purpose(),
                Purpose.class,
                before.map(Template::purpose).orElse(null));
        var stage = checks.choice(
                "stage", draft.stage(), Stage.class, before.map(Template::stage).orElse(Stage.AMICABLE));
        var level = draft.level();
        checks.that(
                level == null || (level >= 1 && level <= FIRMEST),
                "level",
                "correspondence.problem.level",
                String.valueOf(FIRMEST));
        var label = checks.required(
                "label", given(draft.label(), before.map(Template::label).orElse(null)), LONGEST_LABEL);
        checks.optional("comment", draft.comment(), 500);
        if (channel == null || purpose == null || stage == null) {
            checks.orRefuse();
            throw new IllegalStateException("a choice without a value was noted");
        }
        var subject = channel.hasSubject()
                ? checks.required(
                        "subject",
                        given(draft.subject(), before.map(Template::subject).orElse(null)),
                        LONGEST_SUBJECT)
                : "";
        noteFlaws("subject", TemplateCheck.flaws(subject, false));
        var body = body(channel);
        checks.orRefuse();
        var template = new Template(
                before.map(Template::id).orElse(0L),
                Objects.requireNonNull(draft.code()),
                draft.company(),
                Objects.requireNonNull(draft.language()),
                channel,
                purpose,
                stage,
                level,
                label,
                subject,
                body.html(),
                before.map(Template::version).orElse(0),
                false);
        return new Read(template, body.removed());
    }

    private SafeHtml.Cleaned body(Channel channel) {
        var written = checks.required(
                        "body",
                        given(draft.body(), before.map(Template::body).orElse(null)),
                        channel.isHtml() ? LONGEST_BODY : LONGEST_SMS)
                .replace("\r\n", "\n");
        var flaws = TemplateCheck.flaws(written, channel.isHtml());
        noteFlaws("body", flaws);
        if (!flaws.isEmpty() || !channel.isHtml()) {
            return new SafeHtml.Cleaned(written, List.of());
        }
        var cleaned = SafeHtml.cleaned(written);
        // What was removed may have taken one end of a section with it.
        noteFlaws("body", TemplateCheck.flaws(cleaned.html(), true));
        checks.that(!cleaned.html().isBlank(), "body", "platform.problem.required");
        return cleaned;
    }

    private void noteFlaws(String field, List<Flaw> flaws) {
        flaws.forEach(flaw -> checks.wrong(field, flaw.code(), flaw.placed().toArray(String[]::new)));
    }

    private static @Nullable String given(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }
}
