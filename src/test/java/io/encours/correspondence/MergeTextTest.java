package io.encours.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.correspondence.MergeField.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The language of templates: fields, sections, nothing else.
@DisplayName("A1 texts with merge fields")
class MergeTextTest {

    @Test
    void an_amount_a_date_and_a_number_are_written_as_the_language_writes_them() {
        var text = "{{totals.items}} | {{deadline}} | {{#overdueItems}}{{dueDate}} {{daysLate}}{{/overdueItems}}";

        assertThat(filled(text, "fr")).isEqualTo("14\u202f240,00\u00a0€ | 1er décembre 2026 | 04/11/2026 20");
        assertThat(filled(text, "en")).isEqualTo("€14,240.00 | 1 December 2026 | 04/11/2026 20");
    }

    @Test
    void a_section_is_written_once_for_each_item_and_not_at_all_when_there_is_nothing() {
        assertThat(filled("{{#items}}{{number}};{{/items}}", "fr")).isEqualTo("F2026-1182;F2026-1240;");
        assertThat(filled(
                        "{{#contact.name}}Bonjour {{contact.name}}{{/contact.name}}{{^contact.name}}Madame, Monsieur"
                                + "{{/contact.name}}",
                        "fr"))
                .isEqualTo("Madame, Monsieur");
        assertThat(filled("{{#totals.unallocated}}à déduire{{/totals.unallocated}}", "fr"))
                .isEmpty();
        assertThat(filled("{{#charges}}{{interest}}{{/charges}}", "fr")).isEmpty();
        assertThat(filled("{{#items}}{{customer.code}} {{/items}}", "fr")).isEqualTo("C0042 C0042 ");
    }

    @Test
    void values_are_escaped_in_html_and_only_there() {
        assertThat(MergeText.html("<p>{{customer.name}}</p>").filled(values("fr")))
                .isEqualTo("<p>Dupont &amp; Fils</p>");
        assertThat(filled("{{customer.name}}", "fr")).isEqualTo("Dupont & Fils");
    }

    @Test
    void nothing_of_the_objects_behind_is_reached() {
        assertThat(filled("{{customer.class}}{{items.size}}{{totals.hashCode}}{{.}}", "fr"))
                .isEmpty();
    }

    @Test
    void the_values_are_those_of_the_published_list() {
        assertSame(MergeField.ALL, MergeValues.of(Mergeable.complete(), "fr"));
    }

    private static void assertSame(List<MergeField> fields, Map<?, ?> values) {
        assertThat(values.keySet())
                .isEqualTo(Set.copyOf(fields.stream().map(MergeField::name).toList()));
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                assertSame(field.inside(), (Map<?, ?>) values.get(field.name()));
            } else if (field.kind() == Kind.LIST && !((List<?>) values.get(field.name())).isEmpty()) {
                assertSame(field.inside(), (Map<?, ?>) ((List<?>) values.get(field.name())).getFirst());
            }
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Bonjour {{customer.name}}                              |
            {{#items}}{{number}}{{/items}}                         |
            {{^items}}rien{{/items}}                               |
            {{! pour mémoire }}Bonjour                             |
            {{#charges}}{{interest}}{{/charges}}                   |
            Bonjour {{customer.nmae}}                              | 1:9 unknownFieldNear customer.nmae customer.name
            Bonjour {{weather}}                                    | 1:9 unknownField weather
            {{customer.name.length}}                               | 1:1 unknownField customer.name.length
            {{.}}                                                  | 1:1 unknownField .
            {{this}}                                               | 1:1 unknownField this
            {{number}}                                             | 1:1 onlyInside number items
            {{items.number}}                                       | 1:1 onlyInside number items
            {{items}}                                              | 1:1 isSection items
            {{severalItems}}                                       | 1:1 isSection severalItems
            {{#items}}{{number}}                                   | 1:1 unclosed items
            {{/items}}                                             | 1:1 notOpened items
            {{#items}}{{/credits}}{{/items}}                       | 1:11 closesOther credits items
            {{#items}}{{#overdue}}{{/items}}                       | 1:11 unclosed overdue
            Bonjour {{customer.name                                | 1:9 unclosedTag
            {{{customer.name}}}                                    | 1:1 forbidden {{{customer.name}}
            {{&customer.name}}                                     | 1:1 forbidden {{&customer.name}}
            {{>/etc/passwd}}                                       | 1:1 forbidden {{>/etc/passwd}}
            {{=<% %>=}}                                            | 1:1 forbidden {{=<% %>=}}
            {{$block}}                                             | 1:1 forbidden {{$block}}
            <p {{#items}}class{{/items}}>                          | 1:4 insideOfAMark {{#items}}
            """)
    void what_is_wrong_is_told_with_its_place(String text, String flaw) {
        var found = TemplateCheck.flaws(text, true);

        assertThat(found.stream().map(MergeTextTest::words).findFirst().orElse(null))
                .isEqualTo(flaw);
    }

    @Test
    void every_flaw_is_told_with_its_line() {
        var flaws = TemplateCheck.flaws("<p>Bonjour,</p>\n<p>{{a}}</p>\n\n  {{#items}}{{b}}\n", true);

        assertThat(flaws).extracting(flaw -> flaw.line() + ":" + flaw.column()).containsExactly("2:4", "4:3", "4:13");
    }

    @Test
    void sections_are_not_nested_without_end_and_not_every_fault_of_thousands_is_told() {
        assertThat(TemplateCheck.flaws("{{#customer}}".repeat(10_000), true)).hasSize(50);
        assertThat(TemplateCheck.flaws("{{#items}}".repeat(13) + "{{/items}}".repeat(13), true))
                .extracting(Flaw::code)
                .containsExactly("correspondence.flaw.tooDeep");
        assertThat(TemplateCheck.flaws("{{wether}}".repeat(5_000), true)).hasSize(50);
    }

    private static String words(Flaw flaw) {
        return "%d:%d %s %s"
                .formatted(
                        flaw.line(),
                        flaw.column(),
                        flaw.code().replace("correspondence.flaw.", ""),
                        String.join(" ", flaw.arguments()))
                .strip();
    }

    private static String filled(String text, String language) {
        return MergeText.plain(text).filled(values(language));
    }

    private static Map<String, Object> values(String language) {
        return MergeValues.of(Mergeable.twoItems(), language);
    }
}
