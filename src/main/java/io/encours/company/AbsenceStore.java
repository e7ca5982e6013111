package io.encours.company;

import static encours.db.company.Tables.ABSENCE;
import static encours.db.identity.Tables.APP_USER;

import encours.db.identity.tables.AppUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// SQL of absences.
@Component
class AbsenceStore {

    private static final AppUser AGENT = APP_USER.as("agent");
    private static final AppUser COVER = APP_USER.as("cover");
    private static final AppUser AUTHOR = APP_USER.as("author");

    private final DSLContext db;
    private final Clock clock;

    AbsenceStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Absence> notOver(Collection<Long> agents, LocalDate today) {
        return fetch(ABSENCE.AGENT_ID.in(agents).and(ABSENCE.TO_DATE.ge(today)));
    }

    List<Absence> coveredBy(long userId, LocalDate today) {
        return fetch(ABSENCE.COVER_ID.eq(userId).and(on(today)));
    }

    Set<Long> agentsCoveredBy(long userId, LocalDate today) {
        return db.select(ABSENCE.AGENT_ID)
                .from(ABSENCE)
                .where(ABSENCE.CANCELLED_AT.isNull(), ABSENCE.COVER_ID.eq(userId), on(today))
                .fetchSet(ABSENCE.AGENT_ID);
    }

    Optional<Absence> find(long id) {
        return fetch(ABSENCE.ID.eq(id)).stream().findFirst();
    }

    /// One at a time plans absences of an agent.
    void lock(long agentId) {
        db.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(agentId))
                .forUpdate()
                .fetch();
    }

    boolean isAway(long agentId, LocalDate from, LocalDate to) {
        return db.fetchExists(
                ABSENCE,
                ABSENCE.CANCELLED_AT.isNull(),
                ABSENCE.AGENT_ID.eq(agentId),
                ABSENCE.FROM_DATE.le(to),
                ABSENCE.TO_DATE.ge(from));
    }

    long insert(long agentId, long coverId, LocalDate from, LocalDate to, long createdBy) {
        return db.insertInto(ABSENCE)
                .set(ABSENCE.AGENT_ID, agentId)
                .set(ABSENCE.COVER_ID, coverId)
                .set(ABSENCE.FROM_DATE, from)
                .set(ABSENCE.TO_DATE, to)
                .set(ABSENCE.CREATED_BY, createdBy)
                .set(ABSENCE.CREATED_AT, now())
                .returning(ABSENCE.ID)
                .fetchSingle(ABSENCE.ID);
    }

    void cancel(long id) {
        db.update(ABSENCE)
                .set(ABSENCE.CANCELLED_AT, now())
                .where(ABSENCE.ID.eq(id))
                .execute();
    }

    private static Condition on(LocalDate day) {
        return ABSENCE.FROM_DATE.le(day).and(ABSENCE.TO_DATE.ge(day));
    }

    private List<Absence> fetch(Condition condition) {
        return db.select(ABSENCE.fields())
                .select(AGENT.LOGIN, AGENT.NAME, COVER.LOGIN, COVER.NAME, AUTHOR.NAME)
                .from(ABSENCE)
                .join(AGENT)
                .on(AGENT.ID.eq(ABSENCE.AGENT_ID))
                .join(COVER)
                .on(COVER.ID.eq(ABSENCE.COVER_ID))
                .leftJoin(AUTHOR)
                .on(AUTHOR.ID.eq(ABSENCE.CREATED_BY))
                .where(ABSENCE.CANCELLED_AT.isNull(), condition)
                .orderBy(ABSENCE.FROM_DATE, ABSENCE.ID)
                .fetch(AbsenceStore::absence);
    }

    private static Absence absence(Record row) {
        return new Absence(
                row.get(ABSENCE.ID),
                row.get(AGENT.LOGIN),
                row.get(AGENT.NAME),
                row.get(COVER.LOGIN),
                row.get(COVER.NAME),
                row.get(ABSENCE.FROM_DATE),
                row.get(ABSENCE.TO_DATE),
                row.get(AUTHOR.NAME));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
