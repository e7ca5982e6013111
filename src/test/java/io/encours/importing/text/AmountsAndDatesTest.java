package io.encours.importing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsAndDatesTest {

    @ParameterizedTest(name = "«{0}» = {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1234,56|1234.56",
                "1234.56|1234.56",
                "0000001234,56|1234.56",
                "1 234,56|1234.56",
                "1\u00a0234,56|1234.56",
                "1\u202f234\u202f567,8|1234567.8",
                "-12,00|-12",
                "12,00-|-12",
                "+12,5|12.5",
                "12,5 -|-12.5",
                "1.234,56|1234.56",
                "1,234.56|1234.56",
                "1.234.567|1234567",
                "1,234,567.89|1234567.89",
                "0|0",
                ",5|0.5",
                "12,|12",
                "12,50000000|12.5",
                "''|0",
                "-0,00|0",
            })
    void amounts_are_read_as_they_come(String written, BigDecimal amount) {
        assertThat(Amounts.decimal(Amounts.parse(written.equals("''") ? "" : written)))
                .isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "12a",
                "1-2",
                "--1",
                "1,2,3",
                "12.34.56,7",
                "-",
                ",",
                "1E5",
                "12 €",
                "0,00001",
                "1.23,456.7"
            })
    void what_is_no_amount_is_not_guessed(String written) {
        assertThat(Amounts.parse(written)).isEqualTo(Amounts.INVALID);
    }

    @ParameterizedTest(name = "«{0}» = {1}")
    @CsvSource({
        "20260131, 2026-01-31",
        "31012026, 2026-01-31",
        "2026-01-31, 2026-01-31",
        "2026/01/31, 2026-01-31",
        "31/01/2026, 2026-01-31",
        "31.01.2026, 2026-01-31",
        "31-01-2026, 2026-01-31",
        "1/2/2026, 2026-02-01",
        "31/01/26, 2026-01-31",
        "20260131 00:00:00, 2026-01-31",
        "2026-01-31T10:20:30.000Z, 2026-01-31",
        "31/01/2026 00:00, 2026-01-31",
        "29022024, 2024-02-29",
        "20260131235959, 2026-01-31",
        "202601312359, 2026-01-31",
    })
    void dates_are_read_as_they_come(String written, LocalDate date) {
        assertThat(Dates.of(Dates.parse(written))).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00000000",
                "00/00/0000",
                "0000-00-00",
                "19000101",
                "18991230",
                "01/01/1900",
                "20990101",
                "20991231",
                "99991231",
                "01010001",
                "  /  /    ",
                "--",
                "NULL"
            })
    void dates_that_stand_for_none_are_none(String written) {
        assertThat(Dates.parse(written)).isEqualTo(Dates.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260230",
                "20261301",
                "hier",
                "2026",
                "31/02/2026",
                "1234567",
                "123456789",
                "2026-01",
                "13/13/2026"
            })
    void what_is_no_date_is_not_guessed(String written) {
        assertThat(Dates.parse(written)).isEqualTo(Dates.INVALID);
    }
}
