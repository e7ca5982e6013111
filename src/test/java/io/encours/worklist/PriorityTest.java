package io.encours.worklist;

import static io.encours.worklist.mirror.MirroredCustomer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S9: amount at stake × lateness × how the customer pays, bad payers first")
class PriorityTest {

    @ParameterizedTest(name = "{0} €, {1} days late, pays {2} late, DSO {3}: {4}")
    @CsvSource({
        "1000, 0, 0, 0, 1000",
        "1000, 30, 0, 0, 2000",
        "1000, -30, 0, 0, 500",
        "1000, 0, 30, 0, 2000",
        "1000, 0, -12, 0, 1000",
        "1000, 0, 0, 90, 2000",
        "1000, 30, 30, 90, 8000",
        "1000, 20, , , 1660",
        "1000, 0, 900, 0, 7000",
        "1000, 0, 0, 900, 5050",
        "-500, 30, 0, 0, -1000"
    })
    void what_it_comes_to(long amount, int daysLate, Integer lateness, Integer dso, long score) {
        assertThat(Priority.score(amount * 10_000, daysLate, tenths(lateness), tenths(dso)))
                .isEqualTo(score);
    }

    @Test
    void the_reasons_multiply_to_the_score() {
        var priority = Priority.of(62_000_000, 20, 470, 821);

        assertThat(priority.reasons())
                .extracting(Priority.Reason::kind)
                .containsExactly(
                        Priority.Kind.AMOUNT, Priority.Kind.OVERDUE, Priority.Kind.MEAN_LATENESS, Priority.Kind.DSO);
        var product = priority.reasons().stream()
                .map(Priority.Reason::factor)
                .reduce(new BigDecimal("6200.00"), BigDecimal::multiply);
        assertThat(priority.score()).isEqualTo(product.longValue());
        assertThat(priority.factor()).isEqualByComparingTo("8.1");
    }

    @Test
    void more_than_can_be_counted_is_as_much_as_can_be() {
        assertThat(Priority.score(Long.MAX_VALUE, 40_000, 1_800, 3_650)).isEqualTo(Long.MAX_VALUE);
    }

    private static int tenths(Integer days) {
        return days == null ? UNKNOWN : days * 10;
    }
}
