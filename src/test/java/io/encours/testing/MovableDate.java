package io.encours.testing;

import io.encours.platform.BusinessDate;
import io.encours.platform.EncoursSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/// Today, moved by a test; back to the fixed day with `reset`.
public class MovableDate extends BusinessDate {

    public static final LocalDate USUAL = LocalDate.of(2026, 11, 24);

    private volatile LocalDate today = USUAL;

    public MovableDate(Clock clock, EncoursSettings settings) {
        super(clock, settings);
    }

    public void moveTo(LocalDate day) {
        today = day;
    }

    public void reset() {
        today = USUAL;
    }

    @Override
    public LocalDate today(ZoneId zone) {
        return today;
    }

    /// Puts it in the place of the real one.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Bean {

        @Primary
        @org.springframework.context.annotation.Bean
        MovableDate movableDate(Clock clock, EncoursSettings settings) {
            return new MovableDate(clock, settings);
        }
    }
}
