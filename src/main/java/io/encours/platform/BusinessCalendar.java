package io.encours.platform;

import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;

/// Working days (A9). The same days as the table `platform.calendar_day`, which SQL uses; here they are computed, for
/// any year. Days that are kept in the whole country; those of a region are not known, but for Alsace-Moselle.
public enum BusinessCalendar {
    /// Weekends and the eleven French public holidays of the Code du travail, art. L3133-1.
    FRANCE(
            "FR",
            day(1, 1),
            easter(1),
            day(5, 1),
            day(5, 8),
            easter(39),
            easter(50),
            day(7, 14),
            day(8, 15),
            day(11, 1),
            day(11, 11),
            day(12, 25)),
    /// The French ones, Good Friday and 26 December: Code du travail, art. L3134-13.
    ALSACE_MOSELLE(
            "FR-AM",
            day(1, 1),
            easter(-2),
            easter(1),
            day(5, 1),
            day(5, 8),
            easter(39),
            easter(50),
            day(7, 14),
            day(8, 15),
            day(11, 1),
            day(11, 11),
            day(12, 25),
            day(12, 26)),
    /// Royal decree of 18 April 1974 on public holidays, art. 1.
    BELGIUM(
            "BE",
            day(1, 1),
            easter(1),
            day(5, 1),
            easter(39),
            easter(50),
            day(7, 21),
            day(8, 15),
            day(11, 1),
            day(11, 11),
            day(12, 25)),
    /// Code du travail, art. L232-2; Europe Day by the law of 25 April 2019.
    LUXEMBOURG(
            "LU",
            day(1, 1),
            easter(1),
            day(5, 1),
            day(5, 9).since(2019),
            easter(39),
            easter(50),
            day(6, 23),
            day(8, 15),
            day(11, 1),
            day(12, 25),
            day(12, 26)),
    /// 1 August (Constitution, art. 110) and the days that every canton keeps.
    SWITZERLAND("CH", day(1, 1), easter(39), day(8, 1), day(12, 25)),
    /// 3 October (Unification Treaty, art. 2) and the days that every Land keeps.
    GERMANY(
            "DE",
            day(1, 1),
            easter(-2),
            easter(1),
            day(5, 1),
            easter(39),
            easter(50),
            day(10, 3),
            day(12, 25),
            day(12, 26)),
    /// Royal decree 2001/1983, art. 45: national days, with Epiphany, which every community keeps.
    SPAIN(
            "ES",
            day(1, 1),
            day(1, 6),
            easter(-2),
            day(5, 1),
            day(8, 15),
            day(10, 12),
            day(11, 1),
            day(12, 6),
            day(12, 8),
            day(12, 25)),
    /// Law 260/1949, art. 1 and 2; 2 June again by law 336/2000; 4 October by law 151/2025.
    ITALY(
            "IT",
            day(1, 1),
            day(1, 6),
            easter(1),
            day(4, 25),
            day(5, 1),
            day(6, 2).since(2001),
            day(8, 15),
            day(10, 4).since(2026),
            day(11, 1),
            day(12, 8),
            day(12, 25),
            day(12, 26)),
    /// England and Wales: Banking and Financial Dealings Act 1971, schedule 1; without days proclaimed for one year.
    UNITED_KINGDOM(
            "GB",
            day -> day.equals(weekdayFrom(LocalDate.of(day.getYear(), 1, 1))),
            easter(-2),
            easter(1),
            day -> day.equals(LocalDate.of(day.getYear(), 5, 1).with(nextOrSame(DayOfWeek.MONDAY))),
            day -> day.equals(LocalDate.of(day.getYear(), 5, 31).with(previousOrSame(DayOfWeek.MONDAY))),
            day -> day.equals(LocalDate.of(day.getYear(), 8, 31).with(previousOrSame(DayOfWeek.MONDAY))),
            day -> day.equals(twoDaysOnFromWeekend(LocalDate.of(day.getYear(), 12, 25))),
            day -> day.equals(twoDaysOnFromWeekend(LocalDate.of(day.getYear(), 12, 26)))),
    /// Weekends only: countries whose holidays are not known.
    WEEKENDS("*");

    /// Days of the year that are kept.
    private interface Holiday {
        boolean isOn(LocalDate day);

        default Holiday since(int year) {
            return day -> day.getYear() >= year && isOn(day);
        }
    }

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of rules without state
    private final List<Holiday> holidays;

    BusinessCalendar(String code, Holiday... holidays) {
        this.code = code;
        this.holidays = List.of(holidays);
    }

    /// By its code: a country of ISO 3166, `FR-AM`, `*`.
    public static BusinessCalendar of(String code) {
        return Arrays.stream(values())
                .filter(calendar -> calendar.code.equals(code))
                .findFirst()
                .orElse(WEEKENDS);
    }

    /// As the database names it: `FR`, `FR-AM` … or `*`.
    public String code() {
        return code;
    }

    public boolean isWorking(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day);
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

    private boolean isHoliday(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.isOn(day));
    }

    private static Holiday day(int month, int dayOfMonth) {
        return day -> day.getMonthValue() == month && day.getDayOfMonth() == dayOfMonth;
    }

    /// So many days after Easter Sunday.
    private static Holiday easter(int days) {
        return day -> day.equals(easterSunday(day.getYear()).plusDays(days));
    }

    private static LocalDate weekdayFrom(LocalDate day) {
        return isWeekend(day) ? day.with(nextOrSame(DayOfWeek.MONDAY)) : day;
    }

    /// Two holidays side by side are given back side by side.
    private static LocalDate twoDaysOnFromWeekend(LocalDate day) {
        return isWeekend(day) ? day.plusDays(2) : day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
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
