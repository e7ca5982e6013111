package io.encours.importing;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.importing.Tables.IMPORT_OUTCOME;
import static encours.db.importing.Tables.IMPORT_REJECT;
import static encours.db.importing.Tables.IMPORT_RUN;

import io.encours.importing.ImportFilter.State;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Notice;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.ImportRun.Status;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.Launcher.Launch;
import io.encours.platform.Cursor;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.database.CopyRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// SQL of runs and reports.
@Component
class ImportStore {

    private final DSLContext db;
    private final JsonMapper json;
    private final ImportTrail trail;
    private final Clock clock;

    ImportStore(DSLContext db, JsonMapper json, ImportTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    long create(Launch launch, @Nullable ImportKind kind, String mapping) {
        return db.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.COMPANY_ID, launch.company().id())
                .set(IMPORT_RUN.KIND, kind == null ? null : kind.name())
                .set(IMPORT_RUN.FILE_NAME, launch.fileName())
                .set(IMPORT_RUN.FILE_SIZE, launch.file().size())
                .set(IMPORT_RUN.CONTENT_HASH, launch.file().hash())
                .set(IMPORT_RUN.MAPPING, mapping)
                .set(IMPORT_RUN.FULL_AS_OF, launch.fullAsOf())
                .set(IMPORT_RUN.DRY_RUN, launch.dryRun())
                .set(IMPORT_RUN.OF_DRAFT, launch.ofDraft())
                .set(IMPORT_RUN.STATUS, Status.RUNNING.name())
                .set(IMPORT_RUN.STARTED_BY, launch.user().id())
                .set(IMPORT_RUN.STARTED_AT, now())
                .returning(IMPORT_RUN.ID)
                .fetchSingle(IMPORT_RUN.ID);
    }

    /// What a dry run of the same whole list said it would settle, not longer ago than a day.
    Optional<Totals> preview(long companyId, String hash, LocalDate asOf) {
        return db.select(
                        DSL.coalesce(IMPORT_OUTCOME.LINES, DSL.inline(0)),
                        DSL.coalesce(IMPORT_OUTCOME.DEBIT, DSL.inline(BigDecimal.ZERO)),
                        DSL.coalesce(IMPORT_OUTCOME.CREDIT, DSL.inline(BigDecimal.ZERO)))
                .from(IMPORT_RUN)
                .leftJoin(IMPORT_OUTCOME)
                .on(IMPORT_OUTCOME.IMPORT_ID.eq(IMPORT_RUN.ID))
                .and(IMPORT_OUTCOME.OUTCOME.eq(LineOutcome.SETTLED.name()))
                .where(IMPORT_RUN.COMPANY_ID.eq(companyId))
                .and(IMPORT_RUN.CONTENT_HASH.eq(hash))
                .and(IMPORT_RUN.FULL_AS_OF.eq(asOf))
                .and(IMPORT_RUN.DRY_RUN)
                .and(IMPORT_RUN.STATUS.eq(Status.DONE.name()))
                .and(IMPORT_RUN.STARTED_AT.gt(now().minusDays(1)))
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Totals(row.value1(), row.value2(), row.value3()));
    }

    String hash(long id) {
        return db.select(IMPORT_RUN.CONTENT_HASH)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.ID.eq(id))
                .fetchSingle(IMPORT_RUN.CONTENT_HASH);
    }

    void progress(long id, String phase, int percent) {
        db.update(IMPORT_RUN)
                .set(IMPORT_RUN.PHASE, phase)
                .set(IMPORT_RUN.PROGRESS, percent)
                .where(IMPORT_RUN.ID.eq(id))
                .and(IMPORT_RUN.STATUS.eq(Status.RUNNING.name()))
                .execute();
    }

    boolean isRunning(long id) {
        return db.fetchExists(IMPORT_RUN, IMPORT_RUN.ID.eq(id), IMPORT_RUN.STATUS.eq(Status.RUNNING.name()));
    }

    /// The report, in the transaction of the data when there is one.
    void done(long id, Report report) {
        db.update(IMPORT_RUN)
                .set(IMPORT_RUN.STATUS, Status.DONE.name())
                .set(IMPORT_RUN.PHASE, "FINISHED")
                .set(IMPORT_RUN.PROGRESS, 100)
                .set(IMPORT_RUN.READ_LINES, report.read())
                .set(IMPORT_RUN.DETECTED, JSONB.valueOf(json.writeValueAsString(report.detected())))
                .set(IMPORT_RUN.NOTICES, JSONB.valueOf(json.writeValueAsString(report.notices())))
                .set(IMPORT_RUN.FINISHED_AT, now())
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
        report.totals()
                .forEach((outcome, totals) -> db.insertInto(IMPORT_OUTCOME)
                        .set(IMPORT_OUTCOME.IMPORT_ID, id)
                        .set(IMPORT_OUTCOME.OUTCOME, outcome.name())
                        .set(IMPORT_OUTCOME.LINES, totals.lines())
                        .set(IMPORT_OUTCOME.DEBIT, totals.debit())
                        .set(IMPORT_OUTCOME.CREDIT, totals.credit())
                        .execute());
        if (!report.rejected().isEmpty()) {
            rejects(id, report);
        }
        trail.ended(id);
    }

    void refused(long id, String reason, List<String> arguments) {
        db.update(IMPORT_RUN)
                .set(IMPORT_RUN.STATUS, Status.REFUSED.name())
                .set(IMPORT_RUN.PHASE, "FINISHED")
                .set(IMPORT_RUN.REFUSAL, reason)
                .set(IMPORT_RUN.REFUSAL_ARGUMENTS, arguments.toArray(String[]::new))
                .set(IMPORT_RUN.FINISHED_AT, now())
                .where(IMPORT_RUN.ID.eq(id))
                .and(IMPORT_RUN.STATUS.eq(Status.RUNNING.name()))
                .execute();
        trail.ended(id);
    }

    /// Companies with a run that nobody has finished.
    List<Long> companiesWithRunning() {
        return db.selectDistinct(IMPORT_RUN.COMPANY_ID)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.STATUS.eq(Status.RUNNING.name()))
                .fetch(IMPORT_RUN.COMPANY_ID);
    }

    List<Long> running(long companyId) {
        return db.select(IMPORT_RUN.ID)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.COMPANY_ID.eq(companyId))
                .and(IMPORT_RUN.STATUS.eq(Status.RUNNING.name()))
                .fetch(IMPORT_RUN.ID);
    }

    /// Waits until no other import of the company runs, in this transaction and on any node.
    void lock(long companyId) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('importing', ?))", companyId);
    }

    boolean tryLock(long companyId) {
        return db.fetchSingle("select pg_try_advisory_xact_lock(hashtextextended('importing', ?))", companyId)
                .into(boolean.class);
    }

    boolean wasInterrupted(long id) {
        return db.fetchExists(IMPORT_RUN, IMPORT_RUN.ID.eq(id), IMPORT_RUN.REFUSAL.eq("importing.refusal.interrupted"));
    }

    Optional<ImportRun> find(Scope scope, long id) {
        return runs(IMPORT_RUN.ID.eq(id).and(IMPORT_RUN.COMPANY_ID.in(scope.companies())), 1).stream()
                .findFirst();
    }

    Slice<ImportRun> list(Scope scope, ImportFilter filter, int limit, @Nullable String cursor) {
        var conditions = IMPORT_RUN
                .COMPANY_ID
                .in(scope.companies())
                .and(IMPORT_RUN.OF_DRAFT.isFalse())
                .and(conditions(filter));
        if (cursor != null) {
            conditions = conditions.and(IMPORT_RUN.ID.lt(Cursor.parse(cursor, 1).number(0)));
        }
        var runs = runs(conditions, limit + 1);
        return runs.size() <= limit
                ? new Slice<>(runs, null)
                : new Slice<>(
                        List.copyOf(runs.subList(0, limit)),
                        Cursor.after(runs.get(limit - 1).id()).toString());
    }

    private static Condition conditions(ImportFilter filter) {
        var all = new ArrayList<Condition>();
        if (filter.company() != null) {
            all.add(COMPANY_.CODE.eq(filter.company()));
        }
        if (filter.kind() != null) {
            all.add(IMPORT_RUN.KIND.eq(filter.kind().name()));
        }
        if (filter.state() != null) {
            all.add(condition(filter.state()));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            var part = filter.q().strip();
            all.add(IMPORT_RUN.FILE_NAME.containsIgnoreCase(part).or(APP_USER.NAME.containsIgnoreCase(part)));
        }
        if (filter.from() != null) {
            all.add(IMPORT_RUN.STARTED_AT.ge(filter.from().atOffset(ZoneOffset.UTC)));
        }
        if (filter.before() != null) {
            all.add(IMPORT_RUN.STARTED_AT.lt(filter.before().atOffset(ZoneOffset.UTC)));
        }
        return DSL.and(all);
    }

    private static Condition condition(State state) {
        var rejects = DSL.exists(DSL.selectOne()
                .from(IMPORT_OUTCOME)
                .where(IMPORT_OUTCOME.IMPORT_ID.eq(IMPORT_RUN.ID))
                .and(IMPORT_OUTCOME.OUTCOME.eq(LineOutcome.REJECTED.name()))
                .and(IMPORT_OUTCOME.LINES.gt(0)));
        return switch (state) {
            case RUNNING -> IMPORT_RUN.STATUS.eq(Status.RUNNING.name());
            case REFUSED -> IMPORT_RUN.STATUS.eq(Status.REFUSED.name());
            case DONE -> IMPORT_RUN.STATUS.eq(Status.DONE.name()).andNot(rejects);
            case REJECTED -> IMPORT_RUN.STATUS.eq(Status.DONE.name()).and(rejects);
        };
    }

    List<Reject> rejects(long id, int limit) {
        return db.selectFrom(IMPORT_REJECT)
                .where(IMPORT_REJECT.IMPORT_ID.eq(id))
                .orderBy(IMPORT_REJECT.LINE, IMPORT_REJECT.COLUMN_NAME)
                .limit(limit)
                .fetch(row -> new Reject(
                        row.getLine(),
                        row.getColumnName(),
                        row.getValue(),
                        row.getReason(),
                        List.of(row.getArguments())));
    }

    /// The lines as they were.
    Map<Integer, String> rawRejects(long id) {
        return db.selectDistinct(IMPORT_REJECT.LINE, IMPORT_REJECT.RAW)
                .from(IMPORT_REJECT)
                .where(IMPORT_REJECT.IMPORT_ID.eq(id))
                .orderBy(IMPORT_REJECT.LINE)
                .fetchMap(IMPORT_REJECT.LINE, IMPORT_REJECT.RAW);
    }

    private void rejects(long id, Report report) {
        db.connection(connection -> {
            try (var rows = new CopyRows(
                    connection,
                    "importing.import_reject (import_id, line, column_name, value, reason, arguments, raw)")) {
                for (var line : report.rejected()) {
                    for (var error : line.errors()) {
                        rows.add(id)
                                .add(line.line())
                                .add(error.column())
                                .add(error.value())
                                .add(error.reason())
                                .add(array(error.arguments()))
                                .add(line.raw())
                                .end();
                    }
                }
                rows.finish();
            }
        });
    }

    /// An array as PostgreSQL writes it.
    private static String array(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private List<ImportRun> runs(Condition which, int limit) {
        var outcomes = DSL.multiset(DSL.select(
                                IMPORT_OUTCOME.OUTCOME,
                                IMPORT_OUTCOME.LINES,
                                IMPORT_OUTCOME.DEBIT,
                                IMPORT_OUTCOME.CREDIT)
                        .from(IMPORT_OUTCOME)
                        .where(IMPORT_OUTCOME.IMPORT_ID.eq(IMPORT_RUN.ID)))
                .convertFrom(rows -> {
                    var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
                    rows.forEach(row -> totals.put(
                            LineOutcome.valueOf(row.value1()), new Totals(row.value2(), row.value3(), row.value4())));
                    return totals;
                });
        return db.select(IMPORT_RUN.fields())
                .select(COMPANY_.CODE, APP_USER.NAME, outcomes)
                .from(IMPORT_RUN)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(IMPORT_RUN.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(IMPORT_RUN.STARTED_BY))
                .where(which)
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(limit)
                .fetch(row -> run(row, row.get(outcomes)));
    }

    private ImportRun run(Record row, Map<LineOutcome, Totals> totals) {
        var kind = row.get(IMPORT_RUN.KIND);
        var finished = row.get(IMPORT_RUN.FINISHED_AT);
        return new ImportRun(
                row.get(IMPORT_RUN.ID),
                row.get(IMPORT_RUN.COMPANY_ID),
                row.get(COMPANY_.CODE),
                kind == null ? null : ImportKind.valueOf(kind),
                row.get(IMPORT_RUN.FILE_NAME),
                row.get(IMPORT_RUN.FILE_SIZE),
                row.get(IMPORT_RUN.MAPPING),
                row.get(IMPORT_RUN.FULL_AS_OF),
                row.get(IMPORT_RUN.DRY_RUN),
                Status.valueOf(row.get(IMPORT_RUN.STATUS)),
                row.get(IMPORT_RUN.PHASE),
                row.get(IMPORT_RUN.PROGRESS),
                row.get(IMPORT_RUN.READ_LINES),
                totals,
                row.get(IMPORT_RUN.REFUSAL),
                Arrays.asList(row.get(IMPORT_RUN.REFUSAL_ARGUMENTS)),
                json.readValue(row.get(IMPORT_RUN.DETECTED).data(), new TypeReference<Map<String, String>>() {}),
                json.readValue(row.get(IMPORT_RUN.NOTICES).data(), new TypeReference<List<Notice>>() {}),
                row.get(APP_USER.NAME),
                row.get(IMPORT_RUN.STARTED_AT).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
