package io.encours.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Payment terms (fec.md §6)")
class TermsTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(textBlock = """
            comptant             , 2026-01-15, 2026-01-15
            comptant             , 2026-01-31, 2026-01-31
            à réception          , 2026-02-10, 2026-02-10
            60                   , 2026-01-15, 2026-03-16
            60                   , 2026-01-31, 2026-04-01
            60 jours date de facture, 2026-02-10, 2026-04-11
            45FM                 , 2026-01-15, 2026-03-31
            45FM                 , 2026-01-31, 2026-03-31
            45 jours fin de mois , 2026-02-10, 2026-03-31
            FM45                 , 2026-01-15, 2026-03-17
            FM45                 , 2026-01-31, 2026-03-17
            fin de mois + 45 jours, 2026-02-10, 2026-04-14
            30FM                 , 2026-01-15, 2026-02-28
            30FM                 , 2026-01-31, 2026-03-31
            30 jours fin de mois , 2026-02-10, 2026-03-31
            30FM10               , 2026-01-15, 2026-03-10
            30FM10               , 2026-01-31, 2026-04-10
            30 jours FM le 10    , 2026-02-10, 2026-04-10
            30                   , 2026-01-01, 2026-01-31
            0                    , 2026-01-01, 2026-01-01
            30FM31               , 2026-01-15, 2026-03-31
            60 le 10             , 2026-01-15, 2026-04-10
            FM                   , 2026-01-15, 2026-01-31
            """)
    void give_the_due_date(String written, LocalDate documentDate, LocalDate due) {
        assertThat(Terms.parse(written).orElseThrow().dueDate(documentDate)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "45FM", "FM45", "30FM10", "60LE10", "FM30LE15", "0"})
    void are_written_as_they_are_read(String written) {
        assertThat(Terms.parse(written).orElseThrow()).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bientôt", "-30", "30FM45", "999", "FM FM"})
    void are_refused_when_they_mean_nothing(String written) {
        assertThat(Terms.parse(written)).isEmpty();
    }
}
