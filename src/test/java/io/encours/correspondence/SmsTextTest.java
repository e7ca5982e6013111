package io.encours.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A1 the length of an SMS")
class SmsTextTest {

    @ParameterizedTest(name = "{0} × {1} → {2} characters, {3} segments, {4} left")
    @CsvSource({
        "a, 160, 160, 1, 0",
        "a, 161, 161, 2, 145",
        "a, 306, 306, 2, 0",
        "a, 307, 307, 3, 152",
        "é, 160, 160, 1, 0",
        "€, 80, 160, 1, 0",
        "€, 81, 162, 2, 143",
        "ê, 70, 70, 1, 0",
        "ê, 71, 71, 2, 63",
        "ê, 134, 134, 2, 0",
        "ê, 135, 135, 3, 66"
    })
    void is_counted_as_networks_count(String letter, int times, int characters, int segments, int room) {
        var sms = SmsText.of(letter.repeat(times));

        assertThat(sms.characters()).isEqualTo(characters);
        assertThat(sms.segments()).isEqualTo(segments);
        assertThat(sms.room()).isEqualTo(room);
    }

    @Test
    void the_letters_that_make_it_dearer_are_named() {
        assertThat(SmsText.of("Règlement reçu, à bientôt").outside()).containsExactly("ç", "ô");
    }

    @Test
    void typographic_signs_do_not_make_it_dearer() {
        var plain = SmsText.plain("L’échéance est dépassée : 1\u202f240,00\u00a0€ « F1 »…");

        assertThat(plain).isEqualTo("L'échéance est dépassée : 1 240,00 € \"F1\"...");
        assertThat(SmsText.of(plain).isGsm()).isTrue();
    }
}
