package io.encours.reporting;

import io.encours.platform.Cursor;
import io.encours.reporting.CashForecast.Month;
import io.encours.reporting.CashForecast.Week;
import io.encours.reporting.CashForecastStore.Sum;
import io.encours.reporting.CashForecastStore.Total;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// When money is expected (R5), by rule: a promised item on the promised day, a bill of exchange on its due
/// date, every
/// other on its due date and the customer's mean lateness, whatever the reference of the payment delay is (D3); of
/// who has paid nothing yet, that of all customers of the company. What should have come in by now is off forecast.
/// Doubtful customers (416) are left out.
@Service
public class CashForecasts {

    private final CashForecastStore store;

    CashForecasts(DSLContext db, KeptBehaviours kept) {
        this.store = new CashForecastStore(db, kept);
    }

    /// With all claims.
    public CashForecast of(Extent extent, LocalDate asOf) {
        return page(extent, asOf, null, null);
    }

    /// With so many claims: what all sum up to is worked out apart.
    ///
    /// @param limit null: all
    public CashForecast page(Extent extent, LocalDate asOf, @Nullable Integer limit, @Nullable String cursor) {
        var after = cursor == null
                ? 0
                : Math.toIntExact(Math.clamp(Cursor.parse(cursor, 1).number(0), 0, Integer.MAX_VALUE));
        var found = store.items(extent, asOf, limit == null ? null : limit + 1, after);
        var more = limit != null && found.size() > limit ? limit : null;
        var totals = store.totals(extent, asOf);
        return new CashForecast(
                asOf,
                extent.currency(),
                sum(extent, totals, Sum.EXPECTED),
                sum(extent, totals, Sum.OFF),
                sum(extent, totals, Sum.EXCLUDED),
                sum(extent, totals, Sum.CREDITS),
                of(totals, Sum.WEEK)
                        .map(week -> new Week(begins(week), extent.money(week.amount())))
                        .toList(),
                of(totals, Sum.MONTH)
                        .map(month -> new Month(YearMonth.from(begins(month)), extent.money(month.amount())))
                        .toList(),
                more == null ? found : List.copyOf(found.subList(0, more)),
                more == null ? null : Cursor.after(after + more).toString());
    }

    private static LocalDate begins(Total total) {
        return Objects.requireNonNull(total.begins());
    }

    private static Stream<Total> of(List<Total> totals, Sum which) {
        return totals.stream().filter(total -> total.of() == which);
    }

    private static BigDecimal sum(Extent extent, List<Total> totals, Sum which) {
        return extent.money(of(totals, which).map(Total::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
