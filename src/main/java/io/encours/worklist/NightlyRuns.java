package io.encours.worklist;

import static encours.db.worklist.Tables.NIGHTLY_RUN;

import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.jobs.NightlyStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// The steps of the night, one after the other.
@Service
public class NightlyRuns {

    /// A night that was missed can be caught up with as long as the ledger is still about as it was.
    private static final int DAYS_CAUGHT_UP = 7;

    private static final int HOUR = 2;

    private final List<NightlyStep> steps;
    private final BusinessDate businessDate;
    private final DSLContext db;

    NightlyRuns(List<NightlyStep> steps, BusinessDate businessDate, DSLContext db) {
        this.steps = List.copyOf(steps);
        this.businessDate = businessDate;
        this.db = db;
    }

    /// The night of a company is at two o'clock of its own time; one that was missed then is caught up with
    /// later in the day. Who is new waits for the first night: nothing goes out in the hour in which a ledger
    /// is brought in. Asked every hour.
    public boolean isDue(Company company, Instant now) {
        var hour = LocalTime.ofInstant(now, company.zone()).getHour();
        return hour == HOUR || (hour > HOUR && wasMissed(company.id(), businessDate.today(company.zone())));
    }

    private boolean wasMissed(long companyId, LocalDate day) {
        return db.fetchExists(NIGHTLY_RUN, NIGHTLY_RUN.COMPANY_ID.eq(companyId), NIGHTLY_RUN.DAY.lt(day));
    }

    /// Called outside of a transaction.
    ///
    /// Not for a day to come: messages would go out before their day, and the balance of days that have not
    /// ended would be kept for ever. Not for one before the last night that was done, nor for one long past:
    /// the ledger of today would be kept as that of then, and messages would count its age from then.
    ///
    /// @return what each step did, by its name
    /// @throws Problem invalid for such a day
    public Map<String, Object> run(Company company, LocalDate day) {
        var today = businessDate.today(company.zone());
        if (day.isAfter(today)) {
            throw Problem.invalid("date", "worklist.problem.nightToCome", today.toString());
        }
        var earliest = earliest(company.id(), today);
        if (day.isBefore(earliest)) {
            throw Problem.invalid("date", "worklist.problem.nightPast", earliest.toString());
        }
        db.insertInto(NIGHTLY_RUN)
                .set(NIGHTLY_RUN.COMPANY_ID, company.id())
                .set(NIGHTLY_RUN.DAY, day)
                .onConflict(NIGHTLY_RUN.COMPANY_ID)
                .doUpdate()
                .set(NIGHTLY_RUN.DAY, day)
                .execute();
        var done = new LinkedHashMap<String, Object>();
        for (var step : steps) {
            done.put(step.name(), step.run(company.id(), day));
        }
        return done;
    }

    /// A night done with a wrong date to come stands in nobody's way.
    private LocalDate earliest(long companyId, LocalDate today) {
        var longPast = today.minusDays(DAYS_CAUGHT_UP);
        return db.select(NIGHTLY_RUN.DAY)
                .from(NIGHTLY_RUN)
                .where(NIGHTLY_RUN.COMPANY_ID.eq(companyId), NIGHTLY_RUN.DAY.between(longPast, today))
                .fetchOptional(NIGHTLY_RUN.DAY)
                .orElse(longPast);
    }
}
