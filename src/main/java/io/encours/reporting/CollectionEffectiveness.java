package io.encours.reporting;

import io.encours.reporting.Effectiveness.Collector;
import io.encours.reporting.Effectiveness.Day;
import io.encours.reporting.Effectiveness.Sums;
import io.encours.reporting.EffectivenessStore.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// How much of what was to be collected in a month was collected (R1, kpi.md §9): money on claims that were
/// overdue when
/// the month began or fall due in it. Money on other claims does not count; what credit notes and write-offs
/// take off is
/// no longer to be collected. As of any day of the month, or after it; recomputed from dated entries.
@Service
public class CollectionEffectiveness {

    private final EffectivenessStore store;

    CollectionEffectiveness(DSLContext db) {
        this.store = new EffectivenessStore(db);
    }

    public Effectiveness of(Extent extent, YearMonth month, LocalDate asOf) {
        var movements = store.movements(extent, month, asOf);
        var lastMonth = month.minusMonths(1);
        var before = store.movements(extent, lastMonth, lastMonth.atEndOfMonth());
        var overdue = extent.money(sum(movements, Movement::overdue));
        var falling = extent.money(sum(movements, Movement::falling));
        var collected = extent.money(sum(movements, Movement::cash));
        var credited = extent.money(sum(movements, Movement::credited));
        var toCollect = overdue.add(falling).subtract(credited);
        var previous = sums(extent, before);
        return new Effectiveness(
                month,
                asOf,
                extent.currency(),
                extent.money(sum(movements, Movement::knownAtStart)),
                overdue,
                falling,
                credited,
                toCollect,
                collected,
                toCollect.subtract(collected),
                Rate.of(collected, toCollect),
                days(extent, month, asOf, movements, toCollect),
                new Sums(
                        lastMonth,
                        previous[0],
                        previous[1],
                        previous[0].subtract(previous[1]),
                        Rate.of(previous[1], previous[0]),
                        days(extent, lastMonth, lastMonth.atEndOfMonth(), before, previous[0])),
                collectors(extent, movements));
    }

    /// The curve: money up to each day, of all there is to collect.
    private static List<Day> days(
            Extent extent, YearMonth month, LocalDate asOf, List<Movement> movements, BigDecimal toCollect) {
        var cash = movements.stream()
                .filter(movement -> movement.day() != null)
                .collect(Collectors.groupingBy(
                        Movement::day, Collectors.reducing(BigDecimal.ZERO, Movement::cash, BigDecimal::add)));
        var days = new ArrayList<Day>();
        var sofar = BigDecimal.ZERO;
        var last = asOf.isBefore(month.atEndOfMonth()) ? asOf : month.atEndOfMonth();
        for (var day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
            sofar = sofar.add(cash.getOrDefault(day, BigDecimal.ZERO));
            var collected = extent.money(sofar);
            days.add(new Day(day, collected, Rate.of(collected, toCollect)));
        }
        return days;
    }

    /// Those with the most left to collect first.
    private static List<Collector> collectors(Extent extent, List<Movement> movements) {
        return movements.stream().collect(Collectors.groupingBy(Movement::agent)).values().stream()
                .map(own -> {
                    var sums = sums(extent, own);
                    return new Collector(
                            own.getFirst().agent(),
                            own.getFirst().name(),
                            sums[0],
                            sums[1],
                            sums[0].subtract(sums[1]),
                            Rate.of(sums[1], sums[0]));
                })
                .sorted(Comparator.comparing(Collector::remaining).reversed().thenComparing(Collector::agent))
                .toList();
    }

    /// To collect, collected.
    private static BigDecimal[] sums(Extent extent, List<Movement> movements) {
        var pool = sum(movements, Movement::overdue)
                .add(sum(movements, Movement::falling))
                .subtract(sum(movements, Movement::credited));
        return new BigDecimal[] {extent.money(pool), extent.money(sum(movements, Movement::cash))};
    }

    private static BigDecimal sum(List<Movement> movements, Function<Movement, BigDecimal> part) {
        return movements.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
