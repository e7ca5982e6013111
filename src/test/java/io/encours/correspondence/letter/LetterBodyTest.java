package io.encours.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_text_with_a_table_of_its_own_needs_no_other() {
        assertThat(LetterBody.of("<p>a</p><table><tr><td>1</td></tr></table><p>b</p>")
                        .hasTable())
                .isTrue();
    }

    @Test
    void what_stands_inside_of_something_else_does_not_divide_the_text() {
        for (var html : List.of(
                "<blockquote><p>Merci</p></blockquote>",
                "<p>Bonjour</p><blockquote><hr /></blockquote><ul><li><p>un</p></li></ul>")) {
            var body = LetterBody.of(html);
            assertThat(body.before() + body.after()).isEqualTo(html);
            assertThat(body.before()).isIn(html, "");
        }
        assertThat(LetterBody.of("<p>a<br />b</p><ul><li><p>un</p></li></ul><p>Cordialement</p>"))
                .isEqualTo(new LetterBody("<p>a<br />b</p><ul><li><p>un</p></li></ul>", "<p>Cordialement</p>", false));
    }
}
