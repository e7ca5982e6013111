package io.encours.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Times measured one after the other, in seconds.
final class Samples {

    /// Something to be timed.
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static final double NANOSECONDS = 1e9;

    private final List<Double> seconds = new ArrayList<>();

    /// Runs the work and keeps its time.
    void time(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - start) / NANOSECONDS);
    }

    double median() {
        var sorted = sorted();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// The time that so many percent of the samples do not exceed.
    double percentile(int percent) {
        var sorted = sorted();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private List<Double> sorted() {
        if (seconds.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        var sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted;
    }
}
