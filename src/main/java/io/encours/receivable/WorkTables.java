package io.encours.receivable;

import org.jooq.DSLContext;

/// The tables of one change, which live as long as its transaction; a second change in the same transaction
/// starts without those of the first.
final class WorkTables {

    private WorkTables() {}

    static void drop(DSLContext db) {
        db.execute("""
                drop table if exists pg_temp.staged_line, pg_temp.touched, pg_temp.pair, pg_temp.removed, pg_temp.changed,
                    pg_temp.held, pg_temp.carrying, pg_temp.uncoded, pg_temp.stands_for, pg_temp.terms,
                    pg_temp.company_terms, pg_temp.work, pg_temp.code_group, pg_temp.settled_group, pg_temp.alloc,
                    pg_temp.pool, pg_temp.step, pg_temp.result, pg_temp.fact_before, pg_temp.receipt
                """);
    }
}
