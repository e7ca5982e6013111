package io.encours.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prints measurements as a table, one line as soon as it is known.
final class Table {

    private static final String ROW = "%-24s %9s %10s %10s %7s %9s %12s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.printf(ROW, "name", "size", "seconds", "limit s", "ratio", "p95 ms", "per second");
    }

    void print(Measurement measured) {
        out.printf(
                ROW,
                measured.name(),
                measured.size(),
                number("%.4f", measured.seconds()),
                number("%.4f", measured.limitSeconds()),
                number("%.2f", measured.ratio()),
                number("%.1f", measured.p95Millis()),
                number("%.0f", measured.throughput()));
        out.flush();
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }
}
