package io.encours.importing;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.importing.Tables.IMPORT_MAPPING;

import io.encours.importing.layout.KeptLayout;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Recognition;
import io.encours.platform.Scope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the kept mappings.
@Component
class MappingStore {

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    MappingStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    List<ImportMapping> list(Scope scope, Condition which) {
        return db.select(IMPORT_MAPPING.fields())
                .select(COMPANY_.CODE, APP_USER.NAME)
                .from(IMPORT_MAPPING)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(IMPORT_MAPPING.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(IMPORT_MAPPING.CHANGED_BY))
                .where(IMPORT_MAPPING.COMPANY_ID.in(scope.companies()))
                .and(which)
                .orderBy(COMPANY_.CODE, IMPORT_MAPPING.KIND, IMPORT_MAPPING.NAME)
                .fetch(this::mapping);
    }

    /// The latest first, so that of two for one header the newer one is used.
    List<KeptLayout> kept(long companyId) {
        return db.selectFrom(IMPORT_MAPPING)
                .where(IMPORT_MAPPING.COMPANY_ID.eq(companyId))
                .orderBy(IMPORT_MAPPING.CHANGED_AT.desc(), IMPORT_MAPPING.ID.desc())
                .fetch(row -> new KeptLayout(
                        ImportKind.valueOf(row.getKind()),
                        row.getName(),
                        row.getFingerprint(),
                        json.readValue(row.getLayout(), Layout.class)));
    }

    Optional<KeptLayout> find(long companyId, String nameOrId) {
        var byId =
                nameOrId.matches("\\d{1,18}") ? IMPORT_MAPPING.ID.eq(Long.parseLong(nameOrId)) : DSL.falseCondition();
        return db
                .selectFrom(IMPORT_MAPPING)
                .where(IMPORT_MAPPING.COMPANY_ID.eq(companyId))
                .and(DSL.lower(IMPORT_MAPPING.NAME).eq(DSL.lower(nameOrId)).or(byId))
                .orderBy(byId.not(), IMPORT_MAPPING.ID)
                .limit(1)
                .fetch(row -> new KeptLayout(
                        ImportKind.valueOf(row.getKind()),
                        row.getName(),
                        row.getFingerprint(),
                        json.readValue(row.getLayout(), Layout.class)))
                .stream()
                .findFirst();
    }

    /// Makes it, or replaces the one of the same name.
    long save(long companyId, ImportKind kind, String name, List<String> header, Layout layout, long userId) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var known = db.select(IMPORT_MAPPING.ID)
                .from(IMPORT_MAPPING)
                .where(IMPORT_MAPPING.COMPANY_ID.eq(companyId))
                .and(IMPORT_MAPPING.KIND.eq(kind.name()))
                .and(DSL.lower(IMPORT_MAPPING.NAME).eq(DSL.lower(name)))
                .fetchOptional(IMPORT_MAPPING.ID);
        var row = known.map(id -> db.fetchSingle(IMPORT_MAPPING, IMPORT_MAPPING.ID.eq(id)))
                .orElseGet(() -> db.newRecord(IMPORT_MAPPING));
        row.setCompanyId(companyId);
        row.setKind(kind.name());
        row.setName(name);
        row.setHeader(header.toArray(String[]::new));
        row.setFingerprint(Recognition.fingerprint(header));
        row.setLayout(json.writeValueAsString(layout));
        row.setChangedBy(userId);
        row.setChangedAt(now);
        row.store();
        return row.getId();
    }

    void delete(long id) {
        db.deleteFrom(IMPORT_MAPPING).where(IMPORT_MAPPING.ID.eq(id)).execute();
    }

    private ImportMapping mapping(Record row) {
        return new ImportMapping(
                row.get(IMPORT_MAPPING.ID),
                row.get(COMPANY_.CODE),
                ImportKind.valueOf(row.get(IMPORT_MAPPING.KIND)),
                row.get(IMPORT_MAPPING.NAME),
                List.of(row.get(IMPORT_MAPPING.HEADER)),
                json.readValue(row.get(IMPORT_MAPPING.LAYOUT), Layout.class),
                row.get(APP_USER.NAME),
                row.get(IMPORT_MAPPING.CHANGED_AT).toInstant());
    }
}
