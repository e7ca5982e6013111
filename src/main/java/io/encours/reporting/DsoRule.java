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

    Dso of(DsoInput input, String currency) {
        var reason = reason(input);
        var receivables = input.receivables().max(BigDecimal.ZERO);
        // Receipts not allocated yet pay what is overdue first: the best possible never exceeds the DSO.
        var notDue = input.notDue().min(receivables);
        var outstanding = reason == null ? outstanding(input, receivables) : null;
        var best = outstanding == null ? null : outstanding(input, notDue);
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
                reason != null ? reason : outstanding == null ? NoDso.MORE_THAN_730_DAYS : null,
                outstanding == null ? null : rounded(outstanding(input, net)),
                method == DsoMethod.BALANCE ? days : null,
                currency,
                money.apply(input.receivables()),
                money.apply(input.notDue()),
                money.apply(input.deposits()),
                money.apply(input.turnover()),
                null);
    }

    /// The figure alone; null: there is none.
    @Nullable
    BigDecimal days(DsoInput input) {
        return reason(input) == null
                ? rounded(outstanding(input, input.receivables().max(BigDecimal.ZERO)))
                : null;
    }

    private @Nullable NoDso reason(DsoInput input) {
        return switch (method) {
            case BALANCE -> input.turnover().signum() <= 0 ? NoDso.NO_TURNOVER : null;
            case COUNT_BACK -> isCustomer && input.invoices() < FEWEST_INVOICES ? NoDso.FEWER_THAN_3_INVOICES : null;
        };
    }

    private @Nullable BigDecimal outstanding(DsoInput input, BigDecimal receivables) {
        return switch (method) {
            case BALANCE -> receivables.multiply(BigDecimal.valueOf(days)).divide(input.turnover(), EXACT);
            case COUNT_BACK -> countBack(input, receivables);
        };
    }

    /// A month counts whole as long as its turnover is used up, the last one pro rata; the month of the day
    /// counts the days elapsed. A month without turnover counts its days; a negative one increases what is left.
    private static @Nullable BigDecimal countBack(DsoInput input, BigDecimal receivables) {
        var left = receivables;
        var sum = BigDecimal.ZERO;
        var month = YearMonth.from(input.asOf());
        for (var back = 0; back < MOST_MONTHS && left.signum() > 0; back++) {
            var turnover = input.months().getOrDefault(month, BigDecimal.ZERO);
            var length = BigDecimal.valueOf(back == 0 ? input.asOf().getDayOfMonth() : month.lengthOfMonth());
            if (turnover.signum() > 0 && left.compareTo(turnover) < 0) {
                return sum.add(left.multiply(length).divide(turnover, EXACT));
            }
            sum = sum.add(length);
            left = left.subtract(turnover);
            month = month.minusMonths(1);
        }
        return left.signum() > 0 ? null : sum;
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal days) {
        return days == null ? null : days.setScale(1, RoundingMode.HALF_UP);
    }
}
