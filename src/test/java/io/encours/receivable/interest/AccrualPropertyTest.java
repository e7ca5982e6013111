package io.encours.receivable.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.receivable.interest.Debt.Credit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds for interest whatever the debt, the payments and the terms (K5).
class AccrualPropertyTest {

    private static final int DIGITS = 20;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DECIMALS = 12;

    /// A debt paid in up to four parts, under some terms, as of a day.
    record Case(Debt debt, InterestTerms terms, LocalDate asOf) {

        Accrual accrual() {
            return Accrual.of(debt, terms, PublishedRates.RATES, asOf);
        }
    }

    @Property
    @Label("Day by day: interest is the sum, over the days after the due date, of the principal of the day at its rate")
    void it_is_the_sum_of_its_days(@ForAll("cases") Case given) {
        var terms = given.terms();
        if (terms.imputation() == Imputation.INTEREST_FIRST) {
            return;
        }
        var sum = BigDecimal.ZERO;
        var begun = Semester.of(given.debt().dueDate().plusDays(1));
        for (var day = given.debt().dueDate().plusDays(1); !day.isAfter(given.asOf()); day = day.plusDays(1)) {
            var rate = terms.rule().in(Semester.of(day), begun, PublishedRates.RATES);
            var year = BigDecimal.valueOf(100L * terms.dayBase().daysOfTheYear(day));
            sum = sum.add(given.debt()
                    .remaining(day.minusDays(1))
                    .multiply(rate.percent())
                    .divide(year, MathContext.DECIMAL128));
        }

        assertThat(rounded(given.accrual().exact())).isEqualByComparingTo(rounded(sum));
    }

    @Property
    @Label("Cutting the time in two gives the same before rounding")
    void cutting_the_time_in_two_changes_nothing(@ForAll("cases") Case given, @ForAll @IntRange(max = 900) int days) {
        var cut = given.debt().dueDate().plusDays(days);
        if (given.terms().imputation() == Imputation.INTEREST_FIRST || !cut.isBefore(given.asOf())) {
            return;
        }
        var before = new Case(given.debt(), given.terms(), cut).accrual();
        var restBegins = Semester.of(given.debt().dueDate().plusDays(1)).equals(Semester.of(cut.plusDays(1)));
        if (given.terms().rule() instanceof InterestRule.PublicBody && !restBegins) {
            return;
        }
        var left = given.debt().remaining(cut);
        var credits = given.debt().credits().stream()
                .filter(credit -> credit.on().isAfter(cut))
                .toList();
        var rest = new Debt(given.debt().documentDate(), cut, left, credits);
        var after = new Case(rest, given.terms(), given.asOf()).accrual();

        assertThat(rounded(before.exact().add(after.exact())))
                .isEqualByComparingTo(rounded(given.accrual().exact()));
    }

    @Property
    void there_is_none_before_the_due_date(@ForAll("cases") Case given) {
        var early = new Case(given.debt(), given.terms(), given.debt().dueDate());

        assertThat(early.accrual().exact()).isZero();
        assertThat(early.accrual().lines()).isEmpty();
    }

    @Property
    void a_later_payment_never_gives_less(@ForAll("cases") Case given, @ForAll @IntRange(min = 1, max = 400) int days) {
        var later = new ArrayList<Credit>();
        given.debt()
                .credits()
                .forEach(credit -> later.add(new Credit(credit.on().plusDays(days), credit.amount(), credit.kind())));
        var debt = new Debt(
                given.debt().documentDate(),
                given.debt().dueDate(),
                given.debt().original(),
                later);

        assertThat(exact(new Case(debt, given.terms(), given.asOf()))).isGreaterThanOrEqualTo(exact(given));
    }

    @Property
    void a_day_more_never_gives_less(@ForAll("cases") Case given) {
        var next = new Case(given.debt(), given.terms(), given.asOf().plusDays(1));

        assertThat(exact(next)).isGreaterThanOrEqualTo(exact(given));
    }

    @Property
    void interest_first_never_gives_less_than_principal_first(@ForAll("cases") Case given) {
        var terms = given.terms();
        var principal = new InterestTerms(terms.rule(), terms.dayBase(), Imputation.PRINCIPAL_FIRST, true, null);
        var interest = new InterestTerms(terms.rule(), terms.dayBase(), Imputation.INTEREST_FIRST, true, null);

        assertThat(exact(new Case(given.debt(), interest, given.asOf())))
                .isGreaterThanOrEqualTo(exact(new Case(given.debt(), principal, given.asOf())));
    }

    /// Without the last digits, which only say in how many parts a quotient was divided.
    private static BigDecimal exact(Case given) {
        return given.accrual().exact().setScale(DIGITS, RoundingMode.HALF_UP);
    }

    @Provide
    Arbitrary<Case> cases() {
        var credits = Combinators.combine(
                        Arbitraries.integers().between(-60, 700),
                        Arbitraries.integers().between(1, 25))
                .as((day, percent) -> new int[] {day, percent})
                .list()
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.01"), new BigDecimal("1000000"))
                                .ofScale(2),
                        credits,
                        Arbitraries.of(
                                new InterestRule.Statutory(),
                                new InterestRule.PublicBody(),
                                new InterestRule.Contractual(new BigDecimal("9.5"))),
                        Arbitraries.of(DayBase.class),
                        Arbitraries.of(Imputation.class),
                        Arbitraries.integers().between(-10, 800))
                .as((due, amount, paid, rule, base, imputation, asOf) -> {
                    var dueDate = FIRST.plusDays(due);
                    var list = new ArrayList<Credit>();
                    for (var part : paid) {
                        list.add(new Credit(
                                dueDate.plusDays(part[0]),
                                amount.multiply(BigDecimal.valueOf(part[1])).movePointLeft(2),
                                Credit.Kind.MONEY));
                    }
                    return new Case(
                            new Debt(dueDate.minusDays(30), dueDate, amount, List.copyOf(list)),
                            new InterestTerms(rule, base, imputation, true, null),
                            dueDate.plusDays(asOf));
                });
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
