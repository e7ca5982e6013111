package io.encours.platform;

import static encours.db.platform.Tables.CALENDAR_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.PlainDatabase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A9 business calendar")
class BusinessCalendarTest {

    @ParameterizedTest
    @EnumSource(BusinessCalendar.class)
    void the_table_in_the_database_has_the_very_same_days(BusinessCalendar calendar) {
        var days = PlainDatabase.connect()
                .selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.CALENDAR.eq(calendar.code()))
                .orderBy(CALENDAR_DAY.DAY)
                .fetch();
        var first = days.getFirst().getDay();
        var last = days.getLast().getDay();
        assertThat(first).isBeforeOrEqualTo("2000-01-01");
        assertThat(last).isAfterOrEqualTo("2059-12-31");
        assertThat(days).hasSize((int) ChronoUnit.DAYS.between(first, last) + 1);
        assertThat(days).allSatisfy(day -> {
            assertThat(calendar.isWorking(day.getDay())).as("%s", day.getDay()).isEqualTo(day.getWorking());
            if (day.getDay().isAfter(LocalDate.of(1990, 1, 2)) && day.getDay().isBefore(LocalDate.of(2099, 12, 30))) {
                assertThat(calendar.workingDayOnOrBefore(day.getDay())).isEqualTo(day.getPreviousWorkingDay());
                assertThat(calendar.workingDayOnOrAfter(day.getDay())).isEqualTo(day.getNextWorkingDay());
            }
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    ALSACE_MOSELLE | 2026-04-03 2026-12-25 2028-12-26
                    BELGIUM        | 2026-07-21 2026-11-11 2026-05-14
                    LUXEMBOURG     | 2028-05-09 2026-06-23 2028-12-26
                    SWITZERLAND    | 2025-08-01 2026-05-14 2026-12-25
                    GERMANY        | 2025-10-03 2026-04-03 2026-05-25
                    SPAIN          | 2026-10-12 2026-01-06 2026-12-08
                    ITALY          | 2026-06-02 2026-04-06 2027-10-04
                    UNITED_KINGDOM | 2026-05-04 2026-05-25 2026-08-31 2026-12-28 2022-12-27 2022-01-03 2021-12-27 2021-12-28
                    """)
    void other_countries_keep_their_own_days(BusinessCalendar calendar, String days) {
        assertThat(days.split(" "))
                .allSatisfy(day ->
                        assertThat(calendar.isWorking(LocalDate.parse(day))).isFalse());
    }

    @ParameterizedTest(name = "{1} is off: before it {2}, after it {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    New Year        | 2026-01-01 | 2025-12-31 | 2026-01-02
                    Easter Monday   | 2026-04-06 | 2026-04-03 | 2026-04-07
                    Labour Day      | 2026-05-01 | 2026-04-30 | 2026-05-04
                    Ascension       | 2026-05-14 | 2026-05-13 | 2026-05-15
                    Whit Monday     | 2026-05-25 | 2026-05-22 | 2026-05-26
                    Bastille Day    | 2026-07-14 | 2026-07-13 | 2026-07-15
                    All Saints, Sun | 2026-11-01 | 2026-10-30 | 2026-11-02
                    Armistice       | 2026-11-11 | 2026-11-10 | 2026-11-12
                    Christmas, Fri  | 2026-12-25 | 2026-12-24 | 2026-12-28
                    """)
    void french_public_holidays_and_weekends_are_passed_over(
            String name, LocalDate off, LocalDate before, LocalDate after) {
        assertThat(BusinessCalendar.FRANCE.isWorking(off)).isFalse();
        assertThat(BusinessCalendar.FRANCE.workingDayOnOrBefore(off)).isEqualTo(before);
        assertThat(BusinessCalendar.FRANCE.workingDayOnOrAfter(off)).isEqualTo(after);
    }
}
