package io.encours.receivable;

import io.encours.receivable.Ledger.Batch;
import io.encours.receivable.LedgerDifference.Extent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Which parts of which fiscal years are loaded.
final class LedgerPeriods {

    private final DSLContext db;

    LedgerPeriods(DSLContext db) {
        this.db = db;
    }

    /// The fiscal year of a file: that of the loaded periods it belongs to, which become one, else the one its name
    /// says,
    /// else the year of its last entry, or a number near it when that is taken. 0 for CSV, which has none.
    int yearOf(Batch batch, Optional<LocalDate> openingDay) {
        if (batch.source() != Source.FEC) {
            return 0;
        }
        var wanted = batch.fiscalYear() > 0 ? batch.fiscalYear() : batch.to().getYear();
        var file = new Period(wanted, batch.from(), batch.to(), openingDay);
        var companyId = batch.company().id();
        var loaded = loaded(companyId);
        var same = loaded.stream().filter(file::isSameYearAs).map(Period::year).toList();
        if (!same.isEmpty()) {
            var year = same.contains(wanted) ? wanted : same.getLast();
            same.stream().filter(other -> other != year).forEach(other -> unite(companyId, other, year));
            return year;
        }
        var taken = loaded.stream().collect(Collectors.toMap(Period::year, period -> period));
        var namesake = taken.get(wanted);
        var complement = namesake != null
                && !file.isOtherYearThan(namesake)
                && (batch.fiscalYear() > 0 || file.fitsInOneYearWith(namesake));
        return namesake == null || complement ? wanted : free(wanted, taken.keySet());
    }

    /// The loaded periods with the file's among them, in order of time.
    List<Period> with(long companyId, Period file) {
        return Stream.concat(loaded(companyId).stream(), Stream.of(file))
                .collect(Collectors.toMap(Period::year, period -> period, Period::with))
                .values()
                .stream()
                .sorted(Comparator.comparing(Period::beginning))
                .toList();
    }

    private List<Period> loaded(long companyId) {
        return db.fetch("""
                        select p.fiscal_year, p.first_day, p.last_day,
                               (select min(l.entry_date) from receivable.ledger_line l
                                where l.company_id = p.company_id and l.fiscal_year = p.fiscal_year
                                  and l.opening is not null)
                        from receivable.ledger_period p where p.company_id = ? order by p.first_day
                        """, companyId)
                .map(row -> new Period(
                        row.get(0, Integer.class),
                        row.get(1, LocalDate.class),
                        row.get(2, LocalDate.class),
                        Optional.ofNullable(row.get(3, LocalDate.class))));
    }

    /// Two parts turned out to be of one year, which is named by its later part.
    private void unite(long companyId, int part, int year) {
        db.execute("""
                update receivable.ledger_line set fiscal_year = ?
                where company_id = ? and source = 'FEC' and fiscal_year = ?
                """, year, companyId, part);
        db.execute("""
                with gone as (
                    delete from receivable.ledger_period where company_id = ? and fiscal_year = ? returning *
                )
                update receivable.ledger_period p
                set first_day = least(p.first_day, g.first_day), last_day = greatest(p.last_day, g.last_day),
                    matched = p.matched or g.matched
                from gone g where p.company_id = g.company_id and p.fiscal_year = ?
                """, companyId, part, year);
    }

    /// A year of which two end in one calendar year: only a name, so any near it will do.
    private static int free(int wanted, Set<Integer> taken) {
        return IntStream.iterate(1, distance -> distance + 1)
                .flatMap(distance -> IntStream.of(wanted + distance, wanted - distance))
                .filter(year -> !taken.contains(year))
                .findFirst()
                .orElseThrow();
    }

    /// Whether any line of the company's ledger carries a matching code.
    boolean matched(long companyId) {
        return db.fetchSingle("""
                select exists (select from receivable.ledger_period where company_id = ? and matched)
                """, companyId).into(boolean.class);
    }

    void extend(Extent extent) {
        db.execute(
                """
                insert into receivable.ledger_period (company_id, fiscal_year, first_day, last_day, matched)
                values (?, ?, ?, ?, exists (select from receivable.ledger_line
                                            where company_id = ? and source = 'FEC' and fiscal_year = ?
                                              and matching_code <> ''))
                on conflict (company_id, fiscal_year) do update
                set first_day = least(ledger_period.first_day, excluded.first_day),
                    last_day = greatest(ledger_period.last_day, excluded.last_day),
                    matched = excluded.matched
                """,
                extent.companyId(),
                extent.fiscalYear(),
                extent.from(),
                extent.to(),
                extent.companyId(),
                extent.fiscalYear());
    }
}
