package io.encours.receivable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// What is loaded of a fiscal year.
///
/// @param year names it within the company
/// @param first day of an entry; one with a wrong date may lie far outside of the year
/// @param openingDay of its opening entries, if it has any: where the year truly begins
record Period(int year, LocalDate first, LocalDate last, Optional<LocalDate> openingDay) {

    /// A year is loaded to its end when its last entry is not older than this before the next year's first; two opening
    /// days nearer than this are of one year.
    private static final int GAP = 62;

    /// Two extracts of one year share at least this many days, or one lies within the other.
    private static final int SHARED_DAYS = 31;

    /// No year is longer, unless the name of a file says so.
    private static final int LONGEST_YEAR = 400;

    LocalDate beginning() {
        return openingDay.orElse(first);
    }

    boolean continues(Period before) {
        return before.beginning().isBefore(beginning())
                && !before.last.isBefore(beginning().minusDays(GAP));
    }

    /// By what both have: the same openings, else the same days.
    boolean isSameYearAs(Period other) {
        if (isOtherYearThan(other)) {
            return false;
        }
        if (openingDay.isPresent() && other.openingDay.isPresent()) {
            return true;
        }
        var from = later(first, other.first);
        var to = earlier(last, other.last);
        if (to.isBefore(from)) {
            return false;
        }
        var within = (from.equals(first) && to.equals(last)) || (from.equals(other.first) && to.equals(other.last));
        return within || ChronoUnit.DAYS.between(from, to) + 1 > SHARED_DAYS;
    }

    /// Openings stand at the beginning of a year: nothing before them is of it.
    boolean isOtherYearThan(Period other) {
        if (openingDay.isPresent() && other.openingDay.isPresent()) {
            return Math.abs(ChronoUnit.DAYS.between(beginning(), other.beginning())) > GAP;
        }
        return (openingDay.isPresent() && other.first.isBefore(beginning().minusDays(SHARED_DAYS)))
                || (other.openingDay.isPresent()
                        && first.isBefore(other.beginning().minusDays(SHARED_DAYS)));
    }

    boolean fitsInOneYearWith(Period other) {
        var from = earlier(beginning(), other.beginning());
        return ChronoUnit.DAYS.between(from, later(last, other.last)) < LONGEST_YEAR;
    }

    Period with(Period other) {
        return new Period(
                year,
                earlier(first, other.first),
                later(last, other.last),
                Stream.concat(openingDay.stream(), other.openingDay.stream()).min(LocalDate::compareTo));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
