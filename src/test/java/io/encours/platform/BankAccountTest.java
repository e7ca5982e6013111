package io.encours.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankAccountTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "FR76 3000 6000 0112 3456 7890 189, FR7630006000011234567890189",
                "fr7630006000011234567890189,       FR7630006000011234567890189",
                "DE89 3704 0044 0532 0130 00,       DE89370400440532013000",
                "FR76 3000 6000 0112 3456 7890 188, none",
                "FR76 3000 6000 0112 3456 7890 18,  none",
                "XX76 3000 6000 0112 3456 7890 189, none",
                "bonjour,                           none"
            })
    void an_IBAN_is_checked_by_country_and_digits(String typed, String kept) {
        assertThat(BankAccount.iban(typed).orElse(null)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "AGRIFRPP, AGRIFRPP",
                "agri fr pp 882, AGRIFRPP882",
                "AGRIFRP, none",
                "AGRIFRPP88, none",
                "AGRI1RPP, none"
            })
    void a_BIC_has_eight_or_eleven_signs(String typed, String kept) {
        assertThat(BankAccount.bic(typed).orElse(null)).isEqualTo(kept);
    }

    @org.junit.jupiter.api.Test
    void it_is_written_in_fours() {
        assertThat(new BankAccount("FR7630006000011234567890189", null).ibanInFours())
                .isEqualTo("FR76 3000 6000 0112 3456 7890 189".replace(' ', '\u00a0'));
    }
}
