package io.encours.correspondence.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The real time, moved forward by a test.
final class LaterClock extends Clock {

    private final Clock real;
    private volatile Duration later = Duration.ZERO;

    LaterClock(Clock real) {
        this.real = real;
    }

    void forward(Duration by) {
        later = later.plus(by);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(later);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
