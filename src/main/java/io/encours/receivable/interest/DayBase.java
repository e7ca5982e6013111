package io.encours.receivable.interest;

import java.time.LocalDate;

/// How many days a year has when interest is counted; the days of the delay are always counted one by one.
public enum DayBase {
    DAYS_365,
    DAYS_360,
    /// As many as the calendar year has.
    ACTUAL;

    int daysOfTheYear(LocalDate day) {
        return switch (this) {
            case DAYS_365 -> 365;
            case DAYS_360 -> 360;
            case ACTUAL -> day.lengthOfYear();
        };
    }
}
