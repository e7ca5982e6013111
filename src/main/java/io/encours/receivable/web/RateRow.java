package io.encours.receivable.web;

import io.encours.receivable.interest.InterestRule;
import io.encours.receivable.interest.RateKind;
import io.encours.receivable.interest.ReferenceRate;
import io.encours.receivable.interest.Semester;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is published for a half-year, and what follows from it.
public record RateRow(Semester semester, Map<RateKind, ReferenceRate> rates) {

    /// The latest first, beginning with the half-year of today even when nothing is known of it.
    static List<RateRow> of(List<ReferenceRate> rates, Semester today) {
        var rows = new TreeMap<Semester, RateRow>();
        rows.put(today, new RateRow(today, new EnumMap<>(RateKind.class)));
        for (var rate : rates) {
            rows.computeIfAbsent(rate.semester(), semester -> new RateRow(semester, new EnumMap<>(RateKind.class)))
                    .rates()
                    .put(rate.kind(), rate);
        }
        return List.copyOf(rows.descendingMap().values());
    }

    public @Nullable BigDecimal mro() {
        return percent(RateKind.MRO);
    }

    public @Nullable BigDecimal statutory() {
        var mro = mro();
        return mro == null ? null : mro.add(InterestRule.STATUTORY_POINTS);
    }

    public @Nullable BigDecimal publicBodies() {
        var mro = mro();
        return mro == null ? null : mro.add(InterestRule.PUBLIC_POINTS);
    }

    public @Nullable BigDecimal legal() {
        return percent(RateKind.LEGAL_PRO);
    }

    public @Nullable BigDecimal floor() {
        var legal = legal();
        return legal == null ? null : legal.multiply(InterestRule.FLOOR);
    }

    public @Nullable BigDecimal personal() {
        return percent(RateKind.LEGAL_PERSONAL);
    }

    public List<String> sources() {
        return rates.values().stream().map(ReferenceRate::source).distinct().toList();
    }

    private @Nullable BigDecimal percent(RateKind kind) {
        var rate = rates.get(kind);
        return rate == null ? null : Objects.requireNonNull(rate).percent();
    }
}
