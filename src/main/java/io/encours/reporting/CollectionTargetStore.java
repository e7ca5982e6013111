package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.reporting.Tables.COLLECTION_TARGET;
import static org.jooq.impl.DSL.excluded;

import encours.db.reporting.tables.records.CollectionTargetRecord;
import io.encours.reporting.CollectionTarget.Entered;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// SQL of entered targets.
final class CollectionTargetStore {

    /// No collector: of the whole company.
    static final long COMPANY = 0;

    /// @param agentId `COMPANY`: of the whole company
    /// @param name of the collector
    record Row(long companyId, long agentId, @Nullable String name, Entered entered) {}

    private final DSLContext db;

    CollectionTargetStore(DSLContext db) {
        this.db = db;
    }

    List<Row> of(Collection<Long> companies, YearMonth month) {
        var author = APP_USER.as("author");
        return db.select(
                        COLLECTION_TARGET.COMPANY_ID,
                        COLLECTION_TARGET.AGENT_ID,
                        COLLECTION_TARGET.AMOUNT,
                        COLLECTION_TARGET.SET_AT,
                        COMPANY_.CODE,
                        APP_USER.LOGIN,
                        APP_USER.NAME,
                        author.NAME)
                .from(COLLECTION_TARGET)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(COLLECTION_TARGET.COMPANY_ID))
                .join(author)
                .on(author.ID.eq(COLLECTION_TARGET.SET_BY))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(COLLECTION_TARGET.AGENT_ID))
                .where(COLLECTION_TARGET.COMPANY_ID.in(companies), COLLECTION_TARGET.MONTH.eq(month.atDay(1)))
                .orderBy(COMPANY_.CODE, APP_USER.NAME)
                .fetch(row -> new Row(
                        row.get(COLLECTION_TARGET.COMPANY_ID),
                        row.get(COLLECTION_TARGET.AGENT_ID),
                        row.get(APP_USER.NAME),
                        new Entered(
                                row.get(COMPANY_.CODE),
                                row.get(APP_USER.LOGIN),
                                row.get(COLLECTION_TARGET.AMOUNT),
                                row.get(author.NAME),
                                row.get(COLLECTION_TARGET.SET_AT).toInstant())));
    }

    /// Who wants targets of the same month at the same time waits.
    void lock(long company, YearMonth month) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, ?))", "collection target " + month, company);
    }

    /// Writes those that changed and takes away those that are no more; who entered the others stays.
    ///
    /// @param wanted amounts by collector, `COMPANY`: of the whole company
    void put(long company, YearMonth month, Map<Long, BigDecimal> wanted, long by, Instant at) {
        var first = month.atDay(1);
        db.deleteFrom(COLLECTION_TARGET)
                .where(
                        COLLECTION_TARGET.COMPANY_ID.eq(company),
                        COLLECTION_TARGET.MONTH.eq(first),
                        COLLECTION_TARGET.AGENT_ID.notIn(wanted.keySet()))
                .execute();
        var rows = wanted.entrySet().stream()
                .map(target -> new CollectionTargetRecord(
                        company, first, target.getKey(), target.getValue(), by, at.atOffset(ZoneOffset.UTC)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        db.insertInto(COLLECTION_TARGET)
                .set(rows)
                .onConflict(COLLECTION_TARGET.COMPANY_ID, COLLECTION_TARGET.MONTH, COLLECTION_TARGET.AGENT_ID)
                .doUpdate()
                .setAllToExcluded()
                .where(COLLECTION_TARGET.AMOUNT.ne(excluded(COLLECTION_TARGET.AMOUNT)))
                .execute();
    }
}
