package io.encours.timeline;

import io.encours.platform.BusinessDate;
import java.time.Clock;
import org.jooq.DSLContext;

/// The log on connections of a test's own; in the application it is a bean.
public final class TimelineOn {

    private TimelineOn() {}

    public static Timeline connections(DSLContext db, Clock clock, BusinessDate dates) {
        return new Timeline(new TimelineStore(db, clock), dates, event -> {});
    }
}
