package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The published rates, by half-year. Where one is missing the last known before it stands in, and the figure is
/// provisional.
public final class ReferenceRates {

    /// What is known of a rate for a half-year.
    ///
    /// @param known the half-year it was published for
    public record Quote(BigDecimal percent, Semester known, boolean provisional) {}

    private final Map<RateKind, NavigableMap<Semester, ReferenceRate>> rates = new EnumMap<>(RateKind.class);

    public ReferenceRates(Collection<ReferenceRate> published) {
        for (var kind : RateKind.values()) {
            rates.put(kind, new TreeMap<>());
        }
        for (var rate : published) {
            of(rate.kind()).put(rate.semester(), rate);
        }
    }

    /// The rate of the half-year, else the last one before it, else the first one after it.
    ///
    /// @throws IllegalStateException when no rate of the kind was ever published
    public Quote at(RateKind kind, Semester semester) {
        var known = of(kind).floorEntry(semester);
        var entry = known == null ? of(kind).firstEntry() : known;
        if (entry == null) {
            throw new IllegalStateException("No rate " + kind);
        }
        return new Quote(
                entry.getValue().percent(), entry.getKey(), !entry.getKey().equals(semester));
    }

    public boolean isKnown(RateKind kind, Semester semester) {
        return of(kind).containsKey(semester);
    }

    private NavigableMap<Semester, ReferenceRate> of(RateKind kind) {
        return rates.getOrDefault(kind, new TreeMap<>());
    }
}
