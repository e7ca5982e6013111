package io.encours.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/// The texts Encours comes with.
@DisplayName("A1, G2 default texts in French and English")
class ShippedTemplatesTest {

    private static final List<Template> ALL = new ShippedTemplates().all();

    /// Mistakes of French typography (the narrow no-break space is U+202F, the no-break space U+00A0).
    private static final Pattern BAD_FRENCH =
            Pattern.compile("'| [:;!?»€%]|« |\\.\\.\\.|\\p{L}[;!?](\\s|$)|\\p{L}:(\\s|$)");

    /// Words of courts, which a creditor must not borrow (late-payment-law.md §5).
    private static final Pattern MIMICKED_ACT = Pattern.compile(
            "(?i)titre exécutoire|sommation|commandement|huissier|commissaire de justice|saisie|tribunal|injonction|"
                    + "assignation|enforcement order|bailiff|seizure|summons");

    static Stream<Template> all() {
        return ALL.stream();
    }

    @Test
    void every_text_is_there_in_both_languages_with_the_same_nature() {
        var natures = new TreeMap<String, List<String>>();
        ALL.stream()
                .sorted(Comparator.comparing(Template::language))
                .forEach(template -> natures.computeIfAbsent(template.code(), code -> new java.util.ArrayList<>())
                        .add("%s %s %s %s"
                                .formatted(
                                        template.channel(), template.purpose(), template.stage(), template.level())));

        assertThat(natures).isNotEmpty().allSatisfy((code, nature) -> {
            assertThat(nature).hasSize(2);
            assertThat(nature.getFirst()).isEqualTo(nature.getLast());
        });
    }

    @Test
    void every_channel_has_a_text_for_every_purpose_it_is_used_for() {
        assertThat(ALL.stream()
                        .filter(template -> template.level() != null)
                        .map(template -> template.channel() + " " + template.purpose() + " " + template.stage() + " "
                                + template.level()))
                .contains(
                        "EMAIL ANNOUNCEMENT AMICABLE 1",
                        "EMAIL REMINDER AMICABLE 1",
                        "EMAIL REMINDER AMICABLE 2",
                        "EMAIL REMINDER AMICABLE 3",
                        "EMAIL REMINDER PRE_LITIGATION 1",
                        "EMAIL REMINDER JUDICIAL 1",
                        "EMAIL FORMAL_NOTICE PRE_LITIGATION 1",
                        "EMAIL STATEMENT AMICABLE 1",
                        "EMAIL CONFIRMATION AMICABLE 1",
                        "EMAIL OTHER AMICABLE 1",
                        "SMS ANNOUNCEMENT AMICABLE 1",
                        "SMS REMINDER AMICABLE 1",
                        "SMS REMINDER AMICABLE 2",
                        "SMS REMINDER AMICABLE 3",
                        "SMS REMINDER PRE_LITIGATION 1",
                        "SMS STATEMENT AMICABLE 1",
                        "SMS CONFIRMATION AMICABLE 1",
                        "LETTER ANNOUNCEMENT AMICABLE 1",
                        "LETTER REMINDER AMICABLE 1",
                        "LETTER REMINDER AMICABLE 2",
                        "LETTER REMINDER AMICABLE 3",
                        "LETTER REMINDER PRE_LITIGATION 1",
                        "LETTER REMINDER JUDICIAL 1",
                        "LETTER FORMAL_NOTICE PRE_LITIGATION 1",
                        "LETTER STATEMENT AMICABLE 1",
                        "LETTER CONFIRMATION AMICABLE 1",
                        "LETTER OTHER AMICABLE 1");
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_no_flaw_and_nothing_that_would_be_removed(Template template) {
        var isHtml = template.channel().isHtml();

        assertThat(TemplateCheck.flaws(template.subject(), false)).isEmpty();
        assertThat(TemplateCheck.flaws(template.body(), isHtml)).isEmpty();
        assertThat(isHtml ? SafeHtml.cleaned(template.body()).removed() : List.of())
                .isEmpty();
        assertThat(template.body()).doesNotContain("@");
    }

    @ParameterizedTest
    @MethodSource("all")
    void reads_well_with_all_data_and_with_hardly_any(Template template) throws Exception {
        var prepared = new PreparedTemplate(template);

        for (var data : List.of(Mergeable.complete(), Mergeable.twoItems(), Mergeable.oneItem())) {
            var filled = prepared.fill(data);
            assertThat(filled.text())
                    .doesNotContain("{{", "}}", "<", "  .", "()")
                    .doesNotContainPattern(" [,.](\\s|$)|\\.\\.|:\\s*\\.");
            assertThat(filled.subject()).doesNotContain("{{", "<").hasSizeLessThan(120);
            if (template.channel().isHtml()) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<body>" + filled.html() + "</body>")));
            } else {
                var sms = SmsText.of(filled.text());
                assertThat(sms.outside())
                        .as("letters that make it dearer: %s", filled.text())
                        .isEmpty();
                assertThat(sms.segments()).as(filled.text()).isLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_set_as_its_language_sets_it_and_never_poses_as_a_court(Template template) {
        var words = (template.label() + "\n" + template.subject() + "\n" + template.body())
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\{\\{[#^/][^}]*}}", "")
                .replaceAll("\\{\\{[^}]*}}", "x");

        assertThat(words).doesNotContainPattern(MIMICKED_ACT).doesNotContain("'");
        if (template.language().equals("fr")) {
            assertThat(words).doesNotContainPattern(BAD_FRENCH);
        }
    }
}
