package io.encours.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I4: a number that was typed or sent is no longer than an amount")
class PlainNumberTest {

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "'12,5', 12.5", "' -3 ', -3", "999999999999999.9999, 999999999999999.9999", "1e3, 1E+3"})
    void what_an_amount_or_a_number_of_days_may_be_is_read(String text, BigDecimal number) {
        assertThat(PlainNumber.read(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1 2", "1e999999999", "-1e100000000", "1e-999999999", "1000000000000000"})
    void what_is_none_or_would_take_all_memory_is_not(String text) {
        assertThat(PlainNumber.read(text)).isEmpty();
    }
}
