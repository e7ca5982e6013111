package io.encours.reporting;

import io.encours.platform.Money;
import io.encours.reporting.Dso.NoDso;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rule of DSO (kpi.md §3–6), rounded once at the end: what is shown as average days delinquent is the
/// difference of
/// the exact figures.
///
/// @param days of turnover, for the balance method
/// @param isCustomer one customer, of whom too few invoices may be known
record DsoRule(DsoMethod method, int days, boolean isCustomer) {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final int MOST_MONTHS = 24;
    private static final int FEWEST_INVOICES = 3;

    /// Days, or why there are none.
    private record Counted(
            @Nullable BigDecimal days, @Nullable NoDso reason) {

        static Counted of(BigDecimal days) {
            return new Counted(days, null);
        }

        static Counted not(NoDso reason) {
            return new Counted(null, reason);
        }
    }

    Dso of(DsoInput input, String currency) {
        var receivables = input.receivables().max(BigDecimal.ZERO);
        // Receipts not allocated yet pay what is overdue first: the best possible never exceeds the DSO.
        var notDue = input.notDue().min(receivables);
        var counted = counted(input, receivables);
        var outstanding = counted.days();
        var best = outstanding == null ? null : counted(input, notDue).days();
        var delinquent = outstanding == null || best == null ? null : outstanding.subtract(best);
        var net = input.receivables().add(input.deposits()).max(BigDecimal.ZERO);
        Function<BigDecimal, BigDecimal> money =
                amount -> Money.of(amount, currency).amount();
        return new Dso(
                input.asOf(),
                method,
                rounded(outstanding),
                rounded(best),
                rounded(delinquent),
                counted.reason(),
                outstanding == null ? null : rounded(counted(input, net).days()),
                method == DsoMethod.BALANCE ? days : null,
                currency,
                money.apply(input.receivables()),
                money.apply(input.notDue()),
                money.apply(input.deposits()),
                money.apply(input.turnover()),
                counted.reason() == NoDso.LEDGER_TOO_SHORT ? input.begins() : null,
                null);
    }

    /// The figure alone; null: there is none.
    @Nullable
    BigDecimal days(DsoInput input) {
        return rounded(counted(input, input.receivables().max(BigDecimal.ZERO)).days());
    }

    private Counted counted(DsoInput input, BigDecimal receivables) {
        return switch (method) {
            case BALANCE -> balance(input, receivables);
            case COUNT_BACK -> countBack(input, receivables);
        };
    }

    /// The days of turnover are all in the ledger, or there is no figure: what was invoiced before opening
    /// balances is not known.
    private Counted balance(DsoInput input, BigDecimal receivables) {
        var begins = input.begins();
        if (begins != null && input.asOf().minusDays(days - 1L).isBefore(begins)) {
            return Counted.not(NoDso.LEDGER_TOO_SHORT);
        }
        return input.turnover().signum() <= 0
                ? Counted.not(NoDso.NO_TURNOVER)
                : Counted.of(receivables.multiply(BigDecimal.valueOf(days)).divide(input.turnover(), EXACT));
    }

    /// A month counts whole as long as its turnover is used up, the last one pro rata; the month of the day
    /// counts the days elapsed. A month without turnover counts its days; a negative one increases what is left.
    private Counted countBack(DsoInput input, BigDecimal receivables) {
        if (isCustomer && input.invoices() < FEWEST_INVOICES) {
            return Counted.not(NoDso.FEWER_THAN_3_INVOICES);
        }
        var begins = input.begins();
        var left = receivables;
        var sum = BigDecimal.ZERO;
        var month = YearMonth.from(input.asOf());
        for (var back = 0; back < MOST_MONTHS && left.signum() > 0; back++) {
            if (begins != null && month.atDay(1).isBefore(begins)) {
                return Counted.not(NoDso.LEDGER_TOO_SHORT);
            }
            var turnover = input.months().getOrDefault(month, BigDecimal.ZERO);
            var length = BigDecimal.valueOf(back == 0 ? input.asOf().getDayOfMonth() : month.lengthOfMonth());
            if (turnover.signum() > 0 && left.compareTo(turnover) < 0) {
                return Counted.of(sum.add(left.multiply(length).divide(turnover, EXACT)));
            }
            sum = sum.add(length);
            left = left.subtract(turnover);
            month = month.minusMonths(1);
        }
        return left.signum() > 0 ? Counted.not(NoDso.MORE_THAN_730_DAYS) : Counted.of(sum);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal days) {
        return days == null ? null : days.setScale(1, RoundingMode.HALF_UP);
    }
}
