package io.encours.platform.sending;

import java.time.Duration;
import java.util.List;

/// How long to wait after an attempt that did not succeed: a minute at first, hours later, about two days in all.
public final class Pauses {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private Pauses() {}

    /// @param attempts so far, from 1
    public static Duration after(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }

    /// No further attempt is made.
    public static boolean isEnough(int attempts) {
        return attempts > PAUSES.size();
    }
}
