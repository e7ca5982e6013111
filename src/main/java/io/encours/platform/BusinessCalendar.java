package io.encours.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/// Working days (A9). The same days as the table `platform.calendar_day`, which SQL uses; here they are computed, for
/// any year.
public enum BusinessCalendar {
    /// Weekends and the eleven French public holidays of the Code du travail, art. L3133-1.
    FRANCE("FR") {
        @Override
        boolean isHoliday(LocalDate day) {
            return FIXED_HOLIDAYS.contains(MonthDay.from(day)) || isMovingHoliday(day);
        }
    },
    /// Weekends only: countries whose holidays are not known.
    WEEKENDS("*") {
        @Override
        boolean isHoliday(LocalDate day) {
            return false;
        }
    };

    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 8),
            MonthDay.of(Month.JULY, 14),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.NOVEMBER, 11),
            MonthDay.of(Month.DECEMBER, 25));

    private final String code;

    BusinessCalendar(String code) {
        this.code = code;
    }

    /// The calendar of a country, ISO 3166.
    public static BusinessCalendar ofCountry(String country) {
        return country.equals("FR") ? FRANCE : WEEKENDS;
    }

    /// As the database names it: `FR` or `*`.
    public String code() {
        return code;
    }

    public boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !isHoliday(day);
    }

    /// The day itself when it is worked.
    public LocalDate workingDayOnOrBefore(LocalDate day) {
        var candidate = day;
        while (!isWorking(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /// The day itself when it is worked.
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        var candidate = day;
        while (!isWorking(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    abstract boolean isHoliday(LocalDate day);

    private static boolean isMovingHoliday(LocalDate day) {
        var easter = easterSunday(day.getYear());
        return day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(39)) || day.equals(easter.plusDays(50));
    }

    /// Gregorian Easter, by Gauss's method as Lichtenberg corrected it.
    static LocalDate easterSunday(int year) {
        var century = year / 100;
        var moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
        var sun = 2 - (3 * century + 3) / 4;
        var cycle = year % 19;
        var seed = (19 * cycle + moon) % 30;
        var correction = (seed + cycle / 11) / 29;
        var limit = 21 + seed - correction;
        var firstSunday = 7 - Math.floorMod(year + year / 4 + sun, 7);
        var distance = 7 - Math.floorMod(limit - firstSunday, 7);
        return LocalDate.of(year, Month.MARCH, 1).plusDays(limit + distance - 1L);
    }
}
