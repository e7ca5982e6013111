package io.encours.receivable;

import io.encours.receivable.Ledger.Batch;
import io.encours.receivable.LedgerDifference.Extent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;

/// Which parts of which fiscal years are loaded.
final class LedgerPeriods {

    /// Two extracts of one year share at least this many days, or one lies within the other.
    private static final int SHARED_DAYS = 31;

    private final DSLContext db;

    LedgerPeriods(DSLContext db) {
        this.db = db;
    }

    /// The fiscal year of a file: that of the loaded period it overlaps, else the one its name says, else the year of
    /// its last entry. 0 for CSV, which has none.
    int yearOf(Batch batch) {
        if (batch.source() != Source.FEC) {
            return 0;
        }
        return db.fetch("""
                select fiscal_year, first_day, last_day from receivable.ledger_period where company_id = ?
                order by first_day desc
                """, batch.company().id()).stream()
                .filter(row -> sameYear(row.get(1, LocalDate.class), row.get(2, LocalDate.class), batch))
                .map(row -> row.get(0, Integer.class))
                .findFirst()
                .orElseGet(() ->
                        batch.fiscalYear() > 0 ? batch.fiscalYear() : batch.to().getYear());
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

    private static boolean sameYear(LocalDate first, LocalDate last, Batch batch) {
        var from = first.isAfter(batch.from()) ? first : batch.from();
        var to = last.isBefore(batch.to()) ? last : batch.to();
        if (to.isBefore(from)) {
            return false;
        }
        var within = (!batch.from().isBefore(first) && !batch.to().isAfter(last))
                || (!first.isBefore(batch.from()) && !last.isAfter(batch.to()));
        return within || ChronoUnit.DAYS.between(from, to) + 1 > SHARED_DAYS;
    }
}
