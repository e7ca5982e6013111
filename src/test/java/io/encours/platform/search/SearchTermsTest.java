package io.encours.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Search: what is typed, and what of a text matches it")
class SearchTermsTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Éts Lefèvre          | ets lefevre
                    L’ORÉAL              | loreal
                    S.A.R.L. du Bœuf     | sarl du boeuf
                    Saint-Étienne        | saint etienne
                    compta@dupont.fr     | compta dupontfr
                    dupont   dupont      | dupont
                    100%_\\              | 100
                    F2025/1182           | f2025 1182
                    """)
    void words_are_small_without_accents_and_parted_by_signs(String typed, String words) {
        assertThat(String.join(" ", SearchTerms.of(typed).words())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""
            "   "
            "-- % _ . ’ !"
            """)
    void signs_alone_are_nothing_to_look_for(String typed) {
        assertThat(SearchTerms.of(typed).isEmpty()).isTrue();
    }

    @Test
    void a_number_in_groups_is_also_one_number() {
        assertThat(SearchTerms.of("01 99 00 00 34").groupedNumber()).contains("0199000034");
        assertThat(SearchTerms.of("rue 12").groupedNumber()).isEmpty();
        assertThat(SearchTerms.of("12").groupedNumber()).isEmpty();
    }

    @Test
    void endless_texts_are_cut() {
        var terms = SearchTerms.of("mot ".repeat(50) + "x".repeat(300));

        assertThat(terms.typed()).hasSize(200);
        assertThat(terms.words()).hasSizeLessThanOrEqualTo(10);
    }

    @ParameterizedTest(name = "{1} in {0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Éts Lefèvre et Fils | lefevre  | Éts [Lefèvre] et Fils
                    Dupont Bâtiment     | bat dup  | [Dup]ont [Bât]iment
                    Dupont Dumont       | du       | [Du]pont [Du]mont
                    F2025-1182          | f20251182| [F2025-1182]
                    F2025-1182          | F2025-11 | [F2025]-[11]82
                    FA25-00012          | 12       | FA25-000[12]
                    732829320           | 732 829  | [732829]320
                    Cœur de Ville       | coeur    | [Cœur] de Ville
                    L’Oréal             | oreal    | L’[Oréal]
                    Moreau              | xyz      | Moreau
                    """)
    void what_matches_is_marked(String text, String typed, String marked) {
        var parts = Highlight.of(text, SearchTerms.of(typed)).stream()
                .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());

        assertThat(parts).isEqualTo(marked);
    }
}
