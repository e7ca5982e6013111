package io.encours.importing;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.importing.Tables.IMPORT_DRAFT;

import io.encours.importing.Draft.Origin;
import io.encours.importing.layout.Reading;
import io.encours.platform.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// SQL of drafts.
@Component
class DraftStore {

    /// Files that nobody came back for are forgotten after so many days.
    private static final int DAYS_KEPT = 7;

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    DraftStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /// What a draft says of its file.
    ///
    /// @param refusal message key; null: it can be read
    record Said(
            @Nullable ImportKind kind,
            @Nullable Reading reading,
            Origin origin,
            @Nullable String refusal,
            List<String> refusalArguments) {}

    long create(long companyId, long userId, String fileName, StoredFile file, Said said) {
        var row = db.newRecord(IMPORT_DRAFT);
        row.setCompanyId(companyId);
        row.setCreatedBy(userId);
        row.setCreatedAt(now());
        row.setFileName(fileName);
        row.setFileSize(file.size());
        row.setStoredAs(file.path().getFileName().toString());
        row.setContentHash(file.hash());
        row.setKind(said.kind() == null ? null : said.kind().name());
        row.setReading(said.reading() == null ? null : json.writeValueAsString(said.reading()));
        row.setOrigin(said.origin().name());
        row.setRefusal(said.refusal());
        row.setRefusalArguments(said.refusalArguments().toArray(String[]::new));
        row.store();
        return row.getId();
    }

    /// What is said anew is checked anew.
    void say(long id, Said said, String keepAs, @Nullable LocalDate fullAsOf) {
        db.update(IMPORT_DRAFT)
                .set(IMPORT_DRAFT.KIND, said.kind() == null ? null : said.kind().name())
                .set(IMPORT_DRAFT.READING, said.reading() == null ? null : json.writeValueAsString(said.reading()))
                .set(IMPORT_DRAFT.ORIGIN, said.origin().name())
                .set(IMPORT_DRAFT.REFUSAL, said.refusal())
                .set(IMPORT_DRAFT.REFUSAL_ARGUMENTS, said.refusalArguments().toArray(String[]::new))
                .set(IMPORT_DRAFT.KEEP_AS, keepAs)
                .set(IMPORT_DRAFT.FULL_AS_OF, fullAsOf)
                .setNull(IMPORT_DRAFT.CHECK_ID)
                .where(IMPORT_DRAFT.ID.eq(id))
                .and(IMPORT_DRAFT.RUN_ID.isNull())
                .execute();
    }

    void checked(long id, long run) {
        db.update(IMPORT_DRAFT)
                .set(IMPORT_DRAFT.CHECK_ID, run)
                .where(IMPORT_DRAFT.ID.eq(id))
                .execute();
    }

    void became(long id, long run) {
        db.update(IMPORT_DRAFT)
                .set(IMPORT_DRAFT.RUN_ID, run)
                .where(IMPORT_DRAFT.ID.eq(id))
                .execute();
    }

    /// Takes it for one import, so that a second click finds it taken.
    boolean take(long id) {
        return db.update(IMPORT_DRAFT)
                        .set(IMPORT_DRAFT.RUN_ID, 0L)
                        .where(IMPORT_DRAFT.ID.eq(id))
                        .and(IMPORT_DRAFT.RUN_ID.isNull())
                        .execute()
                == 1;
    }

    void give(long id) {
        db.update(IMPORT_DRAFT)
                .setNull(IMPORT_DRAFT.RUN_ID)
                .where(IMPORT_DRAFT.ID.eq(id))
                .execute();
    }

    Optional<Draft> find(Scope scope, long id) {
        return list(scope, IMPORT_DRAFT.ID.eq(id)).stream().findFirst();
    }

    List<Draft> find(Scope scope, Collection<Long> ids) {
        return list(scope, IMPORT_DRAFT.ID.in(ids));
    }

    /// Not imported yet, the latest last.
    List<Draft> waiting(Scope scope, long userId, String company) {
        return list(
                scope,
                IMPORT_DRAFT
                        .CREATED_BY
                        .eq(userId)
                        .and(COMPANY_.CODE.eq(company))
                        .and(IMPORT_DRAFT.RUN_ID.isNull()));
    }

    void delete(long id) {
        db.deleteFrom(IMPORT_DRAFT).where(IMPORT_DRAFT.ID.eq(id)).execute();
    }

    /// @return names of the files nobody needs any more
    List<String> forgetOld() {
        return db.deleteFrom(IMPORT_DRAFT)
                .where(IMPORT_DRAFT.CREATED_AT.lt(now().minusDays(DAYS_KEPT)))
                .returning(IMPORT_DRAFT.STORED_AS)
                .fetch(IMPORT_DRAFT.STORED_AS);
    }

    private List<Draft> list(Scope scope, Condition which) {
        return db.select(IMPORT_DRAFT.fields())
                .select(COMPANY_.CODE)
                .from(IMPORT_DRAFT)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(IMPORT_DRAFT.COMPANY_ID))
                .where(IMPORT_DRAFT.COMPANY_ID.in(scope.companies()))
                .and(which)
                .orderBy(IMPORT_DRAFT.ID)
                .fetch(this::draft);
    }

    private Draft draft(Record row) {
        var kind = row.get(IMPORT_DRAFT.KIND);
        var reading = row.get(IMPORT_DRAFT.READING);
        return new Draft(
                row.get(IMPORT_DRAFT.ID),
                row.get(IMPORT_DRAFT.COMPANY_ID),
                row.get(COMPANY_.CODE),
                row.get(IMPORT_DRAFT.FILE_NAME),
                row.get(IMPORT_DRAFT.FILE_SIZE),
                row.get(IMPORT_DRAFT.STORED_AS),
                row.get(IMPORT_DRAFT.CONTENT_HASH),
                kind == null ? null : ImportKind.valueOf(kind),
                reading == null ? null : json.readValue(reading, Reading.class),
                Origin.valueOf(row.get(IMPORT_DRAFT.ORIGIN)),
                row.get(IMPORT_DRAFT.REFUSAL),
                List.of(row.get(IMPORT_DRAFT.REFUSAL_ARGUMENTS)),
                row.get(IMPORT_DRAFT.KEEP_AS),
                row.get(IMPORT_DRAFT.FULL_AS_OF),
                row.get(IMPORT_DRAFT.CHECK_ID),
                row.get(IMPORT_DRAFT.RUN_ID));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
