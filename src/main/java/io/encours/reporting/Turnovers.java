package io.encours.reporting;

import static org.jooq.impl.DSL.field;

import io.encours.reporting.PaymentDays.Day;
import io.encours.reporting.TurnoverAndPayments.Month;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;

/// What was invoiced, what should have come in, and what came in (E1, E2), from facts.
@Service
public class Turnovers {

    private static final int MONTHS = 12;

    private final DSLContext db;

    Turnovers(DSLContext db) {
        this.db = db;
    }

    /// Twelve months up to a day.
    public TurnoverAndPayments of(Extent extent, LocalDate asOf) {
        var last = YearMonth.from(asOf);
        var first = last.minusMonths(MONTHS - 1L).atDay(1);
        var invoiced = byMonth(extent, Fact.TURNOVER, Fact.ON_DATE, first, asOf, asOf);
        var expected = byMonth(extent, Fact.DUE, Fact.ON_DATE, first, last.atEndOfMonth(), asOf);
        var received = byMonth(extent, Fact.RECEIVED, Fact.DAY, first, asOf, asOf);
        return new TurnoverAndPayments(
                asOf,
                extent.currency(),
                IntStream.iterate(MONTHS - 1, back -> back >= 0, back -> back - 1)
                        .mapToObj(last::minusMonths)
                        .map(month -> Month.of(
                                month,
                                extent.money(invoiced.get(month)),
                                extent.money(expected.get(month)),
                                extent.money(received.get(month))))
                        .toList());
    }

    /// The payments of each day of a month.
    public PaymentDays days(Extent extent, YearMonth month, LocalDate asOf) {
        var found = db.select(Fact.DAY, Fact.number(Fact.RECEIVED), Fact.total(Fact.RECEIVED))
                .from(extent.facts())
                .where(Fact.RECEIVED, Fact.DAY.between(month.atDay(1), month.atEndOfMonth()), Fact.DAY.le(asOf))
                .groupBy(Fact.DAY)
                .fetchMap(
                        row -> row.value1(),
                        row -> new Day(row.value1(), row.value2().longValue(), extent.money(row.value3())));
        return new PaymentDays(
                month,
                extent.currency(),
                month.atDay(1)
                        .datesUntil(month.atEndOfMonth().plusDays(1))
                        .map(day -> found.getOrDefault(day, new Day(day, 0, extent.money(BigDecimal.ZERO))))
                        .toList());
    }

    private Map<YearMonth, BigDecimal> byMonth(
            Extent extent, Condition which, Field<LocalDate> date, LocalDate from, LocalDate to, LocalDate asOf) {
        var month = field("date_trunc('month', {0})::date", LocalDate.class, date);
        var sums = new HashMap<YearMonth, BigDecimal>();
        db.select(month, Fact.total(which))
                .from(extent.facts())
                .where(which, date.between(from, to), Fact.DAY.le(asOf))
                .groupBy(month)
                .forEach(row -> sums.put(YearMonth.from(row.value1()), row.value2()));
        return sums;
    }
}
