package io.encours.reporting.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// How often a report is sent: in the morning, so that it is there when work begins.
public enum Rhythm {
    /// On Mondays, about the week before where a report is about a span.
    WEEKLY,
    /// On the first of the month, about the month before where a report is about a month or a span.
    MONTHLY;

    private static final LocalTime HOUR = LocalTime.of(6, 0);

    /// The next time after an instant.
    public Instant after(Instant instant, ZoneId zone) {
        var now = instant.atZone(zone);
        var adjuster =
                this == WEEKLY ? TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY) : TemporalAdjusters.firstDayOfMonth();
        var next = now.with(adjuster).with(HOUR);
        if (!next.isAfter(now)) {
            next = (this == WEEKLY ? next.plusWeeks(1) : next.plusMonths(1)).with(HOUR);
        }
        return next.toInstant();
    }

    public String messageKey() {
        return "reporting.subscription.rhythm." + name();
    }
}
