package io.encours.receivable.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.receivable.interest.AppliedRate.Basis;
import io.encours.receivable.interest.Debt.Credit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("K5 interest for late payment (C. com. L441-10)")
class AccrualTest {

    private static final InterestTerms USUAL = InterestTerms.USUAL;

    @Test
    @DisplayName("12 000.00 due 31/05/2025, paid 15/08/2025: 129.70 + 183.75 = 313.45")
    void the_worked_example() {
        var accrual = accrual("2025-05-31", "12000.00", USUAL, "2026-06-30", "2025-08-15 12000.00");

        assertThat(accrual.lines())
                .extracting(line -> "%s %s %d %s %s"
                        .formatted(
                                line.from(), line.to(), line.days(), line.rate().percent(), line.shown()))
                .containsExactly("2025-06-01 2025-06-30 30 13.15 129.70", "2025-07-01 2025-08-15 46 12.15 183.75");
        assertThat(accrual.total()).isEqualByComparingTo("313.45");
        assertThat(accrual.provisional()).isFalse();
    }

    @ParameterizedTest(name = "{0} due {1}, {4} as of {2}: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            12000.00 | 2025-05-31 | 2025-05-31 | STATUTORY  | nothing paid                             | 0.00
            12000.00 | 2025-05-31 | 2025-06-01 | STATUTORY  | nothing paid                             | 4.32
            12000.00 | 2025-05-31 | 2025-06-30 | STATUTORY  | nothing paid                             | 129.70
            12000.00 | 2025-05-31 | 2025-08-15 | STATUTORY  | nothing paid                             | 313.45
            12000.00 | 2025-05-31 | 2026-01-01 | STATUTORY  | 2025-08-15 12000.00                      | 313.45
            12000.00 | 2025-05-31 | 2025-08-15 | STATUTORY  | 2025-06-30 5000.00                       | 236.88
            12000.00 | 2025-05-31 | 2025-12-31 | STATUTORY  | 2025-06-30 5000.00, 2025-08-15 7000.00   | 236.88
            12000.00 | 2025-05-31 | 2025-12-31 | STATUTORY  | 2025-05-31 12000.00                      | 0.00
            12000.00 | 2025-05-31 | 2025-12-31 | STATUTORY  | 2025-06-01 12000.00                      | 4.32
            1000.00  | 2024-02-28 | 2024-03-01 | STATUTORY  | nothing paid                             | 0.79
            12000.00 | 2025-05-31 | 2025-08-15 | CONTRACT15 | nothing paid                             | 374.79
            12000.00 | 2025-05-31 | 2025-08-15 | CONTRACT5  | nothing paid                             | 235.00
            12000.00 | 2025-05-31 | 2025-08-15 | PUBLIC     | nothing paid                             | 278.60
            12000.00 | 2025-05-31 | 2025-08-15 | NONE       | nothing paid                             | 0.00
            """)
    void interest_runs_from_the_day_after_the_due_date_to_the_payment(
            String amount, String due, String asOf, String rule, String paid, String interest) {
        assertThat(accrual(due, amount, terms(rule), asOf, payments(paid)).total())
                .isEqualByComparingTo(interest);
    }

    @ParameterizedTest(name = "{0}: default {1} %, public {2} %, floor {3} %")
    @CsvSource(delimiter = '|', textBlock = """
            2023-H1 | 12.50 | 10.50 |  6.18
            2023-H2 | 14.00 | 12.00 | 12.66
            2024-H1 | 14.50 | 12.50 | 15.21
            2024-H2 | 14.25 | 12.25 | 14.76
            2025-H1 | 13.15 | 11.15 | 11.13
            2025-H2 | 12.15 | 10.15 |  8.28
            2026-H1 | 12.15 | 10.15 |  7.86
            """)
    void the_rate_of_each_half_year(String written, String statutory, String publicBody, String floor) {
        var semester = Semester.parse(written).orElseThrow();

        assertThat(new InterestRule.Statutory()
                        .in(semester, semester, PublishedRates.RATES)
                        .percent())
                .isEqualByComparingTo(statutory);
        assertThat(new InterestRule.PublicBody()
                        .in(semester, semester, PublishedRates.RATES)
                        .percent())
                .isEqualByComparingTo(publicBody);
        var raised = new InterestRule.Contractual(BigDecimal.ONE).in(semester, semester, PublishedRates.RATES);
        assertThat(raised.percent()).isEqualByComparingTo(floor);
        assertThat(raised.basis()).isEqualTo(Basis.FLOOR);
    }

    @Test
    void an_agreed_rate_above_the_floor_stays_and_says_so() {
        var semester = Semester.parse("2025-H2").orElseThrow();
        var rate = new InterestRule.Contractual(new BigDecimal("9")).in(semester, semester, PublishedRates.RATES);

        assertThat(rate.percent()).isEqualByComparingTo("9");
        assertThat(rate.basis()).isEqualTo(Basis.CONTRACT);
    }

    @Test
    @DisplayName("A public body pays the rate of the half-year in which interest began, to the end")
    void a_public_body_has_one_rate() {
        var accrual = accrual("2025-05-31", "12000.00", terms("PUBLIC"), "2025-12-31");

        assertThat(accrual.lines())
                .extracting(line -> line.rate().percent().toPlainString())
                .containsOnly("11.15");
        assertThat(accrual("2025-06-30", "12000.00", terms("PUBLIC"), "2025-12-31")
                        .lines())
                .extracting(line -> line.rate().percent().toPlainString())
                .containsOnly("10.15");
    }

    @Test
    void a_half_year_without_a_rate_takes_the_last_known_and_is_provisional() {
        var accrual = accrual("2026-06-15", "1000.00", USUAL, "2026-07-10");

        assertThat(accrual.provisional()).isTrue();
        assertThat(accrual.lines())
                .extracting(line -> line.rate().provisional())
                .containsExactly(false, true);
        assertThat(accrual.lines().getLast().rate().known()).hasToString("2026-H1");
        assertThat(accrual.lines().getLast().rate().percent()).isEqualByComparingTo("12.15");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DAYS_365,15.89", "DAYS_360,16.11", "ACTUAL,15.85"})
    @DisplayName("1 000.00 at 14.50 % in March and the first nine days of April 2024, a leap year")
    void the_days_of_the_year_are_a_setting(DayBase base, String interest) {
        var terms = new InterestTerms(USUAL.rule(), base, USUAL.imputation(), true, null);

        assertThat(accrual("2024-02-29", "1000.00", terms, "2024-04-09").total())
                .isEqualByComparingTo(interest);
    }

    @Test
    @DisplayName("C. civ. 1343-1: 5 000.00 paid on 30/06 settle 129.70 of interest and 4 870.30 of principal")
    void a_payment_may_settle_interest_first() {
        var terms = new InterestTerms(USUAL.rule(), DayBase.DAYS_365, Imputation.INTEREST_FIRST, true, null);
        var accrual = accrual("2025-05-31", "12000.00", terms, "2025-08-15", "2025-06-30 5000.00");

        assertThat(accrual.lines().getLast().principal())
                .isBetween(new BigDecimal("7129.69"), new BigDecimal("7129.70"));
        assertThat(accrual.total()).isEqualByComparingTo("238.87");
    }

    @Test
    void a_credit_note_settles_principal_whatever_the_imputation() {
        var terms = new InterestTerms(USUAL.rule(), DayBase.DAYS_365, Imputation.INTEREST_FIRST, true, null);
        var credit = new Credit(day("2025-06-30"), new BigDecimal("5000"), Credit.Kind.CREDIT_NOTE);
        var debt = new Debt(day("2025-05-01"), day("2025-05-31"), new BigDecimal("12000"), List.of(credit));

        assertThat(Accrual.of(debt, terms, PublishedRates.RATES, day("2025-08-15"))
                        .lines()
                        .getLast()
                        .principal())
                .isEqualByComparingTo("7000");
    }

    @Test
    @DisplayName("C. com. L622-28: the opening judgment stops interest of earlier claims, not of later ones")
    void insolvency_stops_interest_of_earlier_claims() {
        var terms =
                new InterestTerms(USUAL.rule(), DayBase.DAYS_365, Imputation.PRINCIPAL_FIRST, true, day("2025-07-01"));

        assertThat(accrual("2025-05-31", "12000.00", terms, "2025-08-15").total())
                .isEqualByComparingTo("129.70");
        var later = new Debt(day("2025-07-02"), day("2025-07-31"), new BigDecimal("12000"), List.of());
        assertThat(Accrual.of(later, terms, PublishedRates.RATES, day("2025-08-15"))
                        .lines())
                .hasSize(1);
    }

    private static Accrual accrual(String due, String amount, InterestTerms terms, String asOf, String... payments) {
        var credits = Arrays.stream(payments)
                .map(text -> text.split(" ", -1))
                .map(parts -> new Credit(day(parts[0]), new BigDecimal(parts[1]), Credit.Kind.MONEY))
                .toList();
        var debt = new Debt(day(due).minusDays(30), day(due), new BigDecimal(amount), credits);
        return Accrual.of(debt, terms, PublishedRates.RATES, day(asOf));
    }

    private static String[] payments(String text) {
        return text.equals("nothing paid") ? new String[0] : text.split(", ", -1);
    }

    private static InterestTerms terms(String rule) {
        var how = switch (rule) {
            case "STATUTORY" -> new InterestRule.Statutory();
            case "PUBLIC" -> new InterestRule.PublicBody();
            case "NONE" -> new InterestRule.None();
            default -> new InterestRule.Contractual(new BigDecimal(rule.substring("CONTRACT".length())));
        };
        return new InterestTerms(how, DayBase.DAYS_365, Imputation.PRINCIPAL_FIRST, true, null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
