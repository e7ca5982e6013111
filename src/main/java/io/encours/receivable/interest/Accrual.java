package io.encours.receivable.interest;

import io.encours.receivable.interest.Debt.Credit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Interest of a debt up to a day (C. com. L441-10 II): from the day after the due date, without reminder, on what is
/// unpaid including tax, to the day the money arrives. A new line begins with each half-year and after each payment;
/// the sum is rounded once, to the cent.
///
/// @param lines by day; none: nothing was late
/// @param exact sum before rounding
public record Accrual(List<InterestLine> lines, BigDecimal exact) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CENTS = 2;

    public BigDecimal total() {
        return exact.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /// Some rate of it is not published yet.
    public boolean provisional() {
        return lines.stream().anyMatch(line -> line.rate().provisional());
    }

    /// @param asOf the last day that counts
    public static Accrual of(Debt debt, InterestTerms terms, ReferenceRates rates, LocalDate asOf) {
        return new Run(debt, terms, rates, end(debt, terms, asOf)).run();
    }

    private static LocalDate end(Debt debt, InterestTerms terms, LocalDate asOf) {
        var insolvency = terms.insolvencyOn();
        return insolvency != null && debt.documentDate().isBefore(insolvency) && !insolvency.isAfter(asOf)
                ? insolvency.minusDays(1)
                : asOf;
    }

    /// The days of a debt, walked through once.
    private static final class Run {

        private final Debt debt;
        private final InterestTerms terms;
        private final ReferenceRates rates;
        private final LocalDate end;
        private final Semester begun;
        private final List<InterestLine> lines = new ArrayList<>();
        private BigDecimal principal;
        private BigDecimal unpaidInterest = BigDecimal.ZERO;
        private BigDecimal total = BigDecimal.ZERO;

        Run(Debt debt, InterestTerms terms, ReferenceRates rates, LocalDate end) {
            this.debt = debt;
            this.terms = terms;
            this.rates = rates;
            this.end = end;
            this.begun = Semester.of(debt.dueDate().plusDays(1));
            this.principal = debt.original();
        }

        Accrual run() {
            if (terms.rule() instanceof InterestRule.None || !end.isAfter(debt.dueDate())) {
                return new Accrual(List.of(), BigDecimal.ZERO);
            }
            var credits = debt.credits().stream()
                    .filter(credit -> !credit.on().isAfter(end))
                    .sorted(Comparator.comparing(Credit::on).thenComparing(Credit::kind))
                    .toList();
            var from = debt.dueDate().plusDays(1);
            for (var credit : credits) {
                from = accrue(from, credit.on());
                impute(credit);
            }
            accrue(from, end);
            return new Accrual(List.copyOf(lines), total);
        }

        /// @return the day after, or `from` when there is no day between
        private LocalDate accrue(LocalDate from, LocalDate to) {
            var at = from;
            while (!at.isAfter(to)) {
                var semester = Semester.of(at);
                var last = semester.lastDay().isBefore(to) ? semester.lastDay() : to;
                if (principal.signum() > 0) {
                    add(at, last, terms.rule().in(semester, begun, rates));
                }
                at = last.plusDays(1);
            }
            return at;
        }

        private void add(LocalDate from, LocalDate to, AppliedRate rate) {
            var days = ChronoUnit.DAYS.between(from, to) + 1;
            var year = BigDecimal.valueOf(terms.dayBase().daysOfTheYear(from));
            var interest = principal
                    .multiply(rate.percent())
                    .multiply(BigDecimal.valueOf(days))
                    .divide(year.multiply(HUNDRED), PRECISION);
            lines.add(new InterestLine(from, to, principal, rate, interest));
            total = total.add(interest);
            unpaidInterest = unpaidInterest.add(interest);
        }

        private void impute(Credit credit) {
            var amount = credit.amount();
            if (terms.imputation() == Imputation.INTEREST_FIRST && credit.kind() == Credit.Kind.MONEY) {
                var toInterest = amount.min(unpaidInterest);
                unpaidInterest = unpaidInterest.subtract(toInterest);
                amount = amount.subtract(toInterest);
            }
            principal = principal.subtract(amount).max(BigDecimal.ZERO);
        }
    }
}
