package io.encours.receivable;

import io.encours.receivable.OpeningChain.States;
import io.encours.receivable.Outcome.Totals;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Brings the held lines of a company to what the staged ones say: unchanged, changed in place, created, removed
/// (docs/decisions/0004). Leaves `touched`, the customers whose lines are not as before.
final class LedgerDifference {

    /// What to compare with.
    ///
    /// @param fiscalYear of the file; 0 for CSV
    /// @param from first day of the file, over all accounts
    /// @param mends the lines were rejected from another file
    record Extent(
            long importId,
            long companyId,
            Source source,
            int fiscalYear,
            LocalDate from,
            LocalDate to,
            boolean mends) {}

    private final DSLContext db;

    LedgerDifference(DSLContext db) {
        this.db = db;
    }

    /// @param states which lines of the file's year count
    Map<Outcome, Totals> apply(Extent extent, States states) {
        db.execute("create temp table touched (customer_id bigint primary key) on commit drop");
        db.execute("create temp table pair (line int primary key, customer_id bigint not null, id bigint not null)"
                + " on commit drop");
        db.execute("create temp table removed (customer_id bigint, id bigint, debit numeric, credit numeric)"
                + " on commit drop");
        db.execute("create temp table changed (line int primary key, customer_id bigint, id bigint) on commit drop");
        if (pairWithHeld(extent) > 0) {
            updateChanged();
            remove();
        }
        insertNew(extent, states);
        touch();
        return totals(states);
    }

    /// @return how many lines are held for the same extent
    private int pairWithHeld(Extent extent) {
        db.execute(
                "create temp table held on commit drop as " + HELD_COLUMNS + """
                 from receivable.ledger_line l
                 left join receivable.ledger_extract x on x.company_id = l.company_id and x.import_id = l.import_id
                where l.company_id = ? and l.source = ?
                """
                        + (extent.source() == Source.FEC
                                ? " and (l.fiscal_year = ? or l.opening is null) and l.entry_date between ? and ?"
                                : " and l.fingerprint in (select s.fingerprint from staged_line s)"),
                extent.source() == Source.FEC
                        ? new Object[] {
                            extent.companyId(), extent.source().name(), extent.fiscalYear(), extent.from(), extent.to()
                        }
                        : new Object[] {extent.companyId(), extent.source().name()});
        var held = db.fetchSingle("select count(*) from held").into(int.class);
        if (held == 0) {
            if (extent.source() == Source.FEC) {
                new Lineages(db, extent).join(List.of());
            }
            return 0;
        }
        db.execute("analyze held (id, fingerprint)");
        pair(extent, "fingerprint", "");
        db.execute("analyze pair");
        if (extent.source() == Source.FEC) {
            pairNewerExtract(extent);
        }
        return held;
    }

    /// A newer extract of other imports has at least half of their lines, if need be under new entry numbers: drafts
    /// that
    /// were validated meanwhile. What it lacks of them is removed; the lines of other parts of the books stay.
    private void pairNewerExtract(Extent extent) {
        var loose = "is_opening, entry_date, account, auxiliary, document, debit, credit";
        var lineages = new Lineages(db, extent);
        var older = lineages.older("(" + unpairedStaged(loose) + ") s", "(" + unpairedHeld(loose, "") + ") h", loose);
        lineages.join(older);
        if (older.isEmpty()) {
            return;
        }
        var among = " and h.lineage in (" + older.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        pair(extent, loose, among);
        pair(extent, "is_opening, journal, entry_number, account, auxiliary, document", among);
        db.execute("""
                insert into removed
                select h.customer_id, h.id, h.debit, h.credit from held h
                where not exists (select from pair p where p.customer_id = h.customer_id and p.id = h.id)
                """ + among);
    }

    private void pair(Extent extent, String key, String among) {
        var ofNumbered = key.contains("journal") ? " where s.entry_number !~ '^0*$' or s.document <> ''" : "";
        db.execute(
                "insert into pair select s.line, h.customer_id, h.id from (" + unpairedStaged(key)
                        + ") s join (" + unpairedHeld(key, among) + ") h using (" + key + ", n)"
                        + " join customer.customer_code c on c.company_id = ? and c.code = s.customer_code"
                        + " and c.customer_id = h.customer_id" + ofNumbered,
                extent.companyId());
    }

    private static String unpairedStaged(String key) {
        return "select s.*, row_number() over (partition by " + key + " order by s.line) as n"
                + " from (select s.*, s.opening as is_opening from staged_line s) s"
                + " where not exists (select from pair p where p.line = s.line)";
    }

    private static String unpairedHeld(String key, String among) {
        return "select h.*, row_number() over (partition by " + key + " order by h.id) as n from held h"
                + " where not exists (select from pair p where p.customer_id = h.customer_id and p.id = h.id)" + among;
    }

    private void updateChanged() {
        db.execute("""
                insert into changed
                select p.line, p.customer_id, p.id
                from pair p join staged_line s using (line) join held l using (customer_id, id)
                where (l.journal, l.entry_number, l.entry_date, l.account, l.control_account, l.auxiliary, l.document,
                       l.document_date, l.label, l.debit, l.credit, l.currency, l.matching_code, l.matching_date,
                       l.validation_date, l.due_date, l.label_due_date, l.payment_method, l.reference, l.nature,
                       l.opening is not null)
                    is distinct from
                      (s.journal, s.entry_number, s.entry_date, s.account, s.control_account, s.auxiliary, s.document,
                       s.document_date, s.label, s.debit, s.credit, s.currency, s.matching_code, s.matching_date,
                       s.validation_date, s.due_date, s.label_due_date, s.payment_method, s.reference, s.nature,
                       s.opening)
                """);
        db.execute("analyze changed");
        db.execute("""
                update receivable.ledger_line l
                set journal = s.journal, journal_label = s.journal_label, entry_number = s.entry_number,
                    entry_date = s.entry_date, account = s.account, account_label = s.account_label,
                    control_account = s.control_account, auxiliary = s.auxiliary, document = s.document,
                    document_date = s.document_date, label = s.label, debit = s.debit, credit = s.credit,
                    currency = s.currency, foreign_amount = s.foreign_amount, foreign_currency = s.foreign_currency,
                    matching_code = s.matching_code, matching_date = s.matching_date,
                    validation_date = s.validation_date, due_date = s.due_date, label_due_date = s.label_due_date,
                    payment_method = s.payment_method, reference = s.reference, nature = s.nature,
                    opening = case when s.opening then coalesce(l.opening, 'DETAILED') end,
                    fingerprint = s.fingerprint
                from changed c join staged_line s using (line)
                where l.customer_id = c.customer_id and l.id = c.id
                """);
    }

    private void remove() {
        db.execute("""
                delete from receivable.ledger_line l using removed r
                where l.customer_id = r.customer_id and l.id = r.id
                """);
    }

    private void insertNew(Extent extent, States states) {
        db.execute(
                INSERT,
                extent.companyId(),
                extent.source().name(),
                extent.fiscalYear(),
                states.opening().orElse(null),
                states.ordinary().orElse(null),
                extent.importId(),
                extent.companyId());
    }

    private void touch() {
        db.execute("""
                insert into touched
                select customer_id from changed union select customer_id from removed
                on conflict do nothing
                """);
    }

    private Map<Outcome, Totals> totals(States states) {
        var totals = new EnumMap<Outcome, Totals>(Outcome.class);
        for (var outcome : Outcome.values()) {
            totals.put(outcome, Totals.NONE);
        }
        db.fetch(TOTALS, states.opening().isPresent(), states.ordinary().isPresent())
                .forEach(row -> totals.put(
                        Outcome.valueOf(row.get(0, String.class)),
                        new Totals(
                                row.get(1, Integer.class),
                                row.get(2, java.math.BigDecimal.class),
                                row.get(3, java.math.BigDecimal.class))));
        return totals;
    }

    private static final String HELD_COLUMNS = """
            select l.customer_id, l.id, l.fingerprint, l.journal, l.entry_number, l.entry_date, l.account,
                   l.control_account, l.auxiliary, l.document, l.document_date, l.label, l.debit, l.credit, l.currency,
                   l.matching_code, l.matching_date, l.validation_date, l.due_date, l.label_due_date, l.payment_method,
                   l.reference, l.nature, l.opening, l.opening is not null as is_opening, coalesce(x.lineage, 0) as lineage
            """;

    /// An opening line is a summary when it has no document of its own: none, one that many customers share, or a word
    /// that means "opening".
    private static final String INSERT = """
            with shared as (
                select document from staged_line where opening
                group by document having count(distinct customer_code) > 1
            ), inserted as (
                insert into receivable.ledger_line (
                    customer_id, company_id, source, fiscal_year, journal, journal_label, entry_number, entry_date,
                    account, account_label, control_account, auxiliary, document, document_date, label, debit, credit,
                    currency, foreign_amount, foreign_currency, matching_code, matching_date, validation_date, due_date,
                    label_due_date, payment_method, reference, nature, opening, set_aside, fingerprint, import_id)
                select c.customer_id, ?, ?, ?, s.journal, s.journal_label, s.entry_number, s.entry_date,
                    s.account, s.account_label, s.control_account, s.auxiliary, s.document, s.document_date, s.label,
                    s.debit, s.credit, s.currency, s.foreign_amount, s.foreign_currency, s.matching_code,
                    s.matching_date, s.validation_date, s.due_date, s.label_due_date, s.payment_method, s.reference,
                    s.nature,
                    case when not s.opening then null
                         when coalesce(s.document_date, s.entry_date) = s.entry_date
                              and (s.document = '' or s.document in (select document from shared)
                                   or s.document ~* '^(R?AN[OCV]?[ ./-]?\\d{0,4}|SANS|0+|SOLDE.*|REPORT.*|OUV.*|A.?NOUV.*)$')
                         then 'SUMMARY' else 'DETAILED' end,
                    case when s.opening then ? else ? end,
                    s.fingerprint, ?
                from staged_line s
                join customer.customer_code c on c.company_id = ? and c.code = s.customer_code
                where not exists (select from pair p where p.line = s.line)
                order by c.customer_id, s.line
                returning customer_id
            )
            insert into touched select distinct customer_id from inserted
            """;

    private static final String TOTALS = """
            select case when (s.opening and ?) or (not s.opening and ?) then 'SET_ASIDE'
                        when p.line is null then 'CREATED'
                        when c.line is not null then 'CHANGED'
                        else 'UNCHANGED' end as outcome,
                   count(*), sum(s.debit), sum(s.credit)
            from staged_line s left join pair p using (line) left join changed c using (line)
            group by 1
            union all
            select 'REMOVED', count(*), coalesce(sum(debit), 0), coalesce(sum(credit), 0) from removed
            """;
}
