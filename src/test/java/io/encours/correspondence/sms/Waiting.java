package io.encours.correspondence.sms;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// For what another thread does.
final class Waiting {

    private static final long STEP = Duration.ofMillis(5).toNanos();
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private Waiting() {}

    static void until(BooleanSupplier done) {
        var start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST) {
                throw new AssertionError("It did not happen within ten seconds");
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
