package io.encours.worklist.automatic;

import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Working days of a calendar (A9), as planning reads them.
@Component
class WorkingDays {

    private final DSLContext db;

    WorkingDays(DSLContext db) {
        this.db = db;
    }

    boolean isOne(String calendar, LocalDate day) {
        return db
                .fetch("select working from platform.calendar_day where calendar = ? and day = ?", calendar, day)
                .into(Boolean.class)
                .stream()
                .findFirst()
                .orElse(true);
    }

    /// The first working day from this one on.
    LocalDate from(String calendar, LocalDate day) {
        return db
                .fetch(
                        "select min(day) from platform.calendar_day where calendar = ? and day >= ? and working",
                        calendar,
                        day)
                .into(LocalDate.class)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(day);
    }
}
