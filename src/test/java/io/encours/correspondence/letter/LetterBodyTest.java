package io.encours.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "<p>a</p><p>b</p>               | <p>a</p>      | <p>b</p>",
                "<p>a</p><hr /><p>b</p><p>c</p> | <p>a</p>      | <p>b</p><p>c</p>",
                "<p>a</p>                       | <p>a</p>      | ''",
                "text                           | text          | ''"
            })
    void the_table_of_items_stands_at_the_rule_else_before_the_closing_formula(
            String html, String before, String after) {
        assertThat(LetterBody.of(html)).isEqualTo(new LetterBody(before, after, false));
    }

    @org.junit.jupiter.api.Test
    void a_text_with_a_table_of_its_own_needs_no_other() {
        assertThat(LetterBody.of("<p>a</p><table><tr><td>1</td></tr></table><p>b</p>")
                        .hasTable())
                .isTrue();
    }
}
