package io.encours.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A benchmark's result beside its limit (spec/api.md).
///
/// @param size FEC lines for the import, open items elsewhere
/// @param seconds median
/// @param limitSeconds median of the least that could be done
/// @param ratio `seconds` ÷ `limitSeconds`
/// @param p95Millis of one answer, where answers are measured
/// @param throughput lines, items or answers a second; pages a second a core of letters
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measurement(
        String name,
        int size,
        double seconds,
        double limitSeconds,
        double ratio,
        @Nullable Double p95Millis,
        @Nullable Double throughput) {

    /// Of work on `size` things.
    static Measurement of(String name, int size, Samples samples, Samples limit) {
        return new Measurement(
                name,
                size,
                samples.median(),
                limit.median(),
                samples.median() / limit.median(),
                null,
                size / samples.median());
    }

    /// Of answers, each on its own.
    static Measurement ofAnswers(String name, int size, Samples samples, Samples limit) {
        return new Measurement(
                name,
                size,
                samples.median(),
                limit.median(),
                samples.median() / limit.median(),
                samples.percentile(95) * 1000,
                1 / samples.median());
    }
}
