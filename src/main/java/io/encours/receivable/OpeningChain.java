package io.encours.receivable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Opening entries carry what an earlier year left open; where that year is loaded they must not count again
/// (docs/decisions/0004). The years of a company make a chain: the openings of its first year count, the later ones are
/// set aside. Where a year is missing the chain begins anew behind the gap, with the openings there, and the years
/// before the gap are set aside until it is filled.
final class OpeningChain {

    static final String PRIOR_YEAR_LOADED = "PRIOR_YEAR_LOADED";
    static final String YEAR_MISSING = "YEAR_MISSING";

    /// A year is loaded to its end when its last entry is not older than this before the next year's first.
    private static final int GAP = 62;

    /// Why the lines of a year do not count; empty: they do.
    record States(Optional<String> opening, Optional<String> ordinary) {
        static final States COUNT = new States(Optional.empty(), Optional.empty());
    }

    /// What is loaded of a fiscal year.
    record Period(int year, LocalDate first, LocalDate last, boolean openings) {

        boolean continues(Period before) {
            return before.first.isBefore(first) && !before.last.isBefore(first.minusDays(GAP));
        }
    }

    private final DSLContext db;

    OpeningChain(DSLContext db) {
        this.db = db;
    }

    /// The periods with the file's among them, in order of time.
    List<Period> periods(long companyId, @Nullable Period file) {
        var opened = db.fetch("""
                select distinct fiscal_year from receivable.ledger_line where company_id = ? and opening is not null
                """, companyId).intoSet(0, Integer.class);
        var loaded = db.fetch("""
                select fiscal_year, first_day, last_day from receivable.ledger_period where company_id = ?
                """, companyId).stream()
                .map(row -> new Period(
                        row.get(0, Integer.class),
                        row.get(1, LocalDate.class),
                        row.get(2, LocalDate.class),
                        opened.contains(row.get(0, Integer.class))));
        return Stream.concat(loaded, Stream.ofNullable(file))
                .collect(Collectors.toMap(Period::year, period -> period, OpeningChain::together))
                .values()
                .stream()
                .sorted(Comparator.comparing(Period::first))
                .toList();
    }

    /// Which lines of this year count.
    static States states(List<Period> periods, int year) {
        var start = startOfChain(periods);
        for (var i = 0; i < periods.size(); i++) {
            if (periods.get(i).year() == year) {
                return i < start
                        ? new States(Optional.of(YEAR_MISSING), Optional.of(YEAR_MISSING))
                        : i == start ? States.COUNT : new States(Optional.of(PRIOR_YEAR_LOADED), Optional.empty());
            }
        }
        return States.COUNT;
    }

    /// Whether years before a missing one are set aside.
    static boolean hasGap(List<Period> periods) {
        return startOfChain(periods) > 0;
    }

    /// Sets the held lines of the company right and adds the customers concerned to `touched`.
    void apply(long companyId, List<Period> periods) {
        for (var period : periods) {
            var states = states(periods, period.year());
            setAside(companyId, period.year(), "opening is not null", states.opening());
            var first = db.fetchOptional("""
                    select set_aside from receivable.ledger_line
                    where company_id = ? and source = 'FEC' and fiscal_year = ? and opening is null limit 1
                    """, companyId, period.year());
            if (first.isPresent()
                    && !Optional.ofNullable(first.get().get(0, String.class)).equals(states.ordinary())) {
                setAside(companyId, period.year(), "opening is null", states.ordinary());
            }
        }
    }

    private void setAside(long companyId, int year, String which, Optional<String> reason) {
        db.execute("""
                with moved as (
                    update receivable.ledger_line set set_aside = ?
                    where company_id = ? and source = 'FEC' and fiscal_year = ? and set_aside is distinct from ? and
                """ + which + """
                     returning customer_id)
                insert into touched select distinct customer_id from moved on conflict do nothing
                """, reason.orElse(null), companyId, year, reason.orElse(null));
    }

    /// The last year whose openings nothing loaded before it explains; the first year when there is none.
    private static int startOfChain(List<Period> periods) {
        for (var i = periods.size() - 1; i > 0; i--) {
            if (periods.get(i).openings() && !periods.get(i).continues(periods.get(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private static Period together(Period one, Period other) {
        return new Period(
                one.year(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last(),
                one.openings() || other.openings());
    }
}
