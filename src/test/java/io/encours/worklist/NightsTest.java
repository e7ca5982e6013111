package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Companies;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A8: the night of a company is in its own time zone")
class NightsTest {

    @Autowired
    private NightlyRuns runs;

    @Autowired
    private Companies companies;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private MovableDate dates;

    @Autowired
    private DSLContext db;

    @AfterEach
    void today() {
        dates.reset();
    }

    @ParameterizedTest(name = "{0}, {1} UTC, done {2}: {3}")
    @CsvSource({
        "Europe/Paris,       2026-11-24T00:00, 2026-11-23, false",
        "Europe/Paris,       2026-11-24T01:00, 2026-11-23, true",
        "Europe/Paris,       2026-11-24T01:00, 2026-11-24, true", // by hand before: the night is done all the same
        "Europe/Paris,       2026-11-24T02:00, 2026-11-24, false",
        "Europe/Paris,       2026-11-24T09:00, 2026-11-23, true", // missed
        "Europe/Paris,       2026-11-24T09:00,           , false", // a new company
        "Europe/Paris,       2026-11-24T01:00,           , true",
        "America/Martinique, 2026-11-24T01:00, 2026-11-23, false", // 21:00 of the day before
        "America/Martinique, 2026-11-24T01:00, 2026-11-22, true",
        "America/Martinique, 2026-11-24T05:00, 2026-11-23, false",
        "America/Martinique, 2026-11-24T06:00, 2026-11-23, true",
        "Pacific/Noumea,     2026-11-23T15:00, 2026-11-23, true",
        "Pacific/Noumea,     2026-11-23T14:00, 2026-11-23, false",
        "Asia/Kolkata,       2026-11-23T21:00, 2026-11-23, true" // 02:30
    })
    void each_hour_the_companies_whose_night_it_is(ZoneId zone, LocalDateTime now, LocalDate done, boolean due) {
        var id = fixtures.aCompany().id();
        db.execute("update company.company set time_zone = ? where id = ?", zone.getId(), id);
        var instant = now.atZone(ZoneId.of("UTC")).toInstant();
        dates.moveTo(instant.atZone(zone).toLocalDate());
        if (done != null) {
            db.execute("insert into worklist.nightly_run (company_id, day) values (?, ?)", id, done);
        }

        assertThat(runs.isDue(companies.byId(id), instant)).isEqualTo(due);
    }
}
