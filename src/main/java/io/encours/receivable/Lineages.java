package io.encours.receivable;

import io.encours.receivable.LedgerDifference.Extent;
import java.util.List;
import org.jooq.DSLContext;

/// Imports that are extracts of the same books, one newer than the other (docs/decisions/0004). A file takes the place
/// of a lineage only, so the parts of a split file, which overlap in time, never remove each other's lines.
final class Lineages {

    private final DSLContext db;
    private final Extent extent;

    Lineages(DSLContext db, Extent extent) {
        this.db = db;
        this.extent = extent;
    }

    /// The lineages that the staged lines are a newer extract of: they have at least half of the lines in `held`.
    ///
    /// @param staged the lines not paired yet, numbered within `key`
    /// @param held the same of the held ones
    List<Long> older(String staged, String held, String key) {
        var known = """
                with known as (
                    select h.lineage, count(*) as lines, count(p.id) as same
                    from held h left join pair p on p.customer_id = h.customer_id and p.id = h.id
                    group by h.lineage
                )
                """;
        var clear = db.fetch(known + "select lineage from known where same * 2 >= lines")
                .into(Long.class);
        if (db.fetchSingle("select count(distinct lineage) from held").into(int.class) == clear.size()) {
            return clear;
        }
        return db.fetch(known + """
                , renumbered as (
                    select h.lineage, count(*) as lines from %s join %s using (%s, n) group by h.lineage
                )
                select k.lineage from known k left join renumbered r using (lineage)
                where (k.same + coalesce(r.lines, 0)) * 2 >= k.lines
                """.formatted(staged, held, key)).into(Long.class);
    }

    /// The import and the lineages it is newer than are one from now on. Without any it begins its own, unless it mends
    /// the rejects of another file: that is the one most lines of the year are from.
    void join(List<Long> older) {
        var lineage = older.stream().mapToLong(Long::longValue).min().orElseGet(this::own);
        db.execute(
                "update receivable.ledger_extract set lineage = ? where company_id = ? and lineage = any(?::bigint[])",
                lineage,
                extent.companyId(),
                older.toArray(Long[]::new));
        db.execute(
                "insert into receivable.ledger_extract (company_id, import_id, lineage) values (?, ?, ?)",
                extent.companyId(),
                extent.importId(),
                lineage);
    }

    private long own() {
        if (!extent.mends()) {
            return extent.importId();
        }
        return db.fetch("""
                        select coalesce(x.lineage, 0)
                        from receivable.ledger_line l
                        left join receivable.ledger_extract x on x.company_id = l.company_id and x.import_id = l.import_id
                        where l.company_id = ? and l.source = 'FEC' and l.fiscal_year = ?
                        group by 1 order by count(*) desc limit 1
                        """, extent.companyId(), extent.fiscalYear()).stream()
                .map(row -> row.get(0, Long.class))
                .findFirst()
                .orElse(extent.importId());
    }
}
