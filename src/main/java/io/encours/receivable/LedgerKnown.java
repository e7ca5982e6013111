package io.encours.receivable;

import io.encours.receivable.Ledger.Batch;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/// Up to which day the ledger of a company is known: nothing goes out by itself on an old one (A8).
final class LedgerKnown {

    private final DSLContext db;

    LedgerKnown(DSLContext db) {
        this.db = db;
    }

    /// After staging. An accounting file is as old as its last entry; a list of items or payments says what is open on
    /// the day it comes in, also when it brings nothing new.
    void advance(Batch batch) {
        db.execute(
                """
                insert into receivable.ledger_known as known (company_id, known_on)
                select ?, case when ? then max(entry_date) else ? end from staged_line where entry_date <= ? or not ?
                having max(entry_date) is not null
                on conflict (company_id) do update set known_on = greatest(known.known_on, excluded.known_on)
                """,
                batch.company().id(),
                batch.source() == Source.FEC,
                batch.today(),
                batch.today(),
                batch.source() == Source.FEC);
    }

    /// Empty: nothing was imported yet.
    Optional<LocalDate> of(long companyId) {
        return db
                .fetch("select known_on from receivable.ledger_known where company_id = ?", companyId)
                .into(LocalDate.class)
                .stream()
                .findFirst();
    }
}
