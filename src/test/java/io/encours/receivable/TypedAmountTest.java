package io.encours.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Search: amounts as people type them")
class TypedAmountTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    1234,56          | 1234.56 -1234.56
                    1 234,56         | 1234.56 -1234.56
                    "1\u202f234,56\u00a0€" | 1234.56 -1234.56
                    1234.56          | 1234.56 -1234.56
                    1.234,56         | 1234.56 -1234.56
                    1,234.56         | 1234.56 -1234.56
                    1 234,56 EUR     | 1234.56 -1234.56
                    -12,5            | -12.5
                    −12,5            | -12.5
                    +12,5            | 12.5
                    1000             | 1000 -1000
                    1.234            | 1.234 -1.234 1234 -1234
                    1.234.567        | 1234567 -1234567
                    """)
    void an_amount_is_understood(String typed, String amounts) {
        assertThat(TypedAmount.parse(typed).stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(amounts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0,00", "F123", "12-34", "1,2,3", ",", "%", "12345678901234567890", "1 234,56 dollars"})
    void anything_else_is_none(String typed) {
        assertThat(TypedAmount.parse(typed)).isEmpty();
    }
}
