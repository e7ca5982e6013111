package io.encours.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S7 telephone numbers")
class PhoneNumberTest {

    @ParameterizedTest(name = "{0} in {1} is {2}, shown as {3}")
    @CsvSource({
        "04 76 12 34 56, FR, +33476123456, 04 76 12 34 56",
        "04.76.12.34.56, FR, +33476123456, 04 76 12 34 56",
        "+33 (0)4 76 12 34 56, FR, +33476123456, 04 76 12 34 56",
        "0033 6 12 34 56 78, FR, +33612345678, 06 12 34 56 78",
        "+32 2 555 12 12, FR, +3225551212, +32 2 555 12 12",
        "020 7946 0958, GB, +442079460958, 020 7946 0958"
    })
    void are_dialled_from_anywhere_and_shown_as_at_home(String typed, String country, String e164, String shown) {
        assertThat(PhoneNumber.of(typed, country)).hasValueSatisfying(number -> {
            assertThat(number.e164()).isEqualTo(e164);
            assertThat(number.shown().replace('\u00a0', ' ')).isEqualTo(shown);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "standard", "12", "voir fiche"})
    void what_cannot_be_dialled_is_none(String typed) {
        assertThat(PhoneNumber.of(typed, "FR")).isEmpty();
    }
}
