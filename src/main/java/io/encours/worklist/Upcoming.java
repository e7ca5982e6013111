package io.encours.worklist;

import static encours.db.worklist.Tables.PLANNED_ACTION;

import io.encours.platform.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/// What comes next, when there is nothing to do now.
@Service
public class Upcoming {

    /// @param actions planned on the day
    public record Day(LocalDate date, int actions) {}

    private final DSLContext db;

    Upcoming(DSLContext db) {
        this.db = db;
    }

    /// The first day after this one with an action; empty: there is none.
    public Optional<Day> after(Scope scope, LocalDate day) {
        return db.select(PLANNED_ACTION.ACTION_DATE, DSL.count())
                .from(PLANNED_ACTION)
                .where(
                        scope.covers(PLANNED_ACTION.COMPANY_ID, PLANNED_ACTION.AGENT_ID),
                        PLANNED_ACTION.CODE.isNotNull(),
                        PLANNED_ACTION.ACTION_DATE.gt(day))
                .groupBy(PLANNED_ACTION.ACTION_DATE)
                .orderBy(PLANNED_ACTION.ACTION_DATE)
                .limit(1)
                .fetchOptional(row -> new Day(row.value1(), row.value2()));
    }
}
