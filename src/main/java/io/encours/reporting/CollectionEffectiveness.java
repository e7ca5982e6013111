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
import java.util.HashMap;
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
    private final CollectionTargetStore targets;

    CollectionEffectiveness(DSLContext db) {
        this.store = new EffectivenessStore(db);
        this.targets = new CollectionTargetStore(db);
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
        var wanted = targets(extent, month, movements);
        return new Effectiveness(
                month,
                asOf,
                extent.currency(),
                wanted.of(collected),
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
                        targets(extent, lastMonth, before).of(previous[1]),
                        previous[0],
                        previous[1],
                        previous[0].subtract(previous[1]),
                        Rate.of(previous[1], previous[0]),
                        days(extent, lastMonth, lastMonth.atEndOfMonth(), before, previous[0])),
                collectors(extent, movements, wanted));
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

    private TargetsInForce targets(Extent extent, YearMonth month, List<Movement> movements) {
        return new TargetsInForce(extent, targets.of(extent.companyIds(), month), movements);
    }

    /// Those with the most left to collect first.
    private static List<Collector> collectors(Extent extent, List<Movement> movements, TargetsInForce targets) {
        var names = new HashMap<String, String>();
        targets.wantedOf().forEach(collector -> names.put(collector.getKey(), collector.getValue()));
        movements.forEach(movement -> names.put(movement.agent(), movement.name()));
        var byAgent = movements.stream().collect(Collectors.groupingBy(Movement::agent));
        return names.entrySet().stream()
                .map(collector -> {
                    var sums = sums(extent, byAgent.getOrDefault(collector.getKey(), List.of()));
                    return new Collector(
                            collector.getKey(),
                            collector.getValue(),
                            sums[0],
                            sums[1],
                            sums[0].subtract(sums[1]),
                            Rate.of(sums[1], sums[0]),
                            targets.of(collector.getKey(), sums[1]));
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
