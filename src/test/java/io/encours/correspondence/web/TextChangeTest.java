package io.encours.correspondence.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A1 what a version of a template changes")
class TextChangeTest {

    @Test
    void lines_that_stay_are_told_from_those_that_go_and_come() {
        assertThat(told("a\nb\nc\nd", "a\nc\nx\nd")).isEqualTo(" a|-b| c|+x| d");
        assertThat(told("", "a")).isEqualTo("+a");
        assertThat(told("a", "a")).isEqualTo(" a");
    }

    @Test
    void a_very_long_text_is_told_as_a_whole() {
        var before = IntStream.range(0, 20_000).mapToObj(line -> "a" + line).collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 20_000).mapToObj(line -> "b" + line).collect(Collectors.joining("\n"));

        assertThat(TextChange.between(before, after)).hasSize(40_000);
    }

    private static String told(String before, String after) {
        return TextChange.between(before, after).stream()
                .map(change -> change.sign() + change.line())
                .collect(Collectors.joining("|"));
    }
}
