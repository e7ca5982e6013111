package io.encours.receivable;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Opening entries carry what an earlier year left open; where that year is loaded they must not count again
/// (docs/decisions/0004). The years of a company make a chain: the openings of its first year count, the later ones are
/// set aside. Where a year is missing the chain begins anew behind the gap, with the openings there, and the years
/// before the gap are set aside until it is filled.
final class OpeningChain {

    static final String PRIOR_YEAR_LOADED = "PRIOR_YEAR_LOADED";
    static final String YEAR_MISSING = "YEAR_MISSING";

    /// Why the lines of a year do not count; empty: they do.
    record States(Optional<String> opening, Optional<String> ordinary) {
        static final States COUNT = new States(Optional.empty(), Optional.empty());
    }

    private final DSLContext db;

    OpeningChain(DSLContext db) {
        this.db = db;
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
            if (periods.get(i).openingDay().isPresent() && !periods.get(i).continues(periods.get(i - 1))) {
                return i;
            }
        }
        return 0;
    }
}
