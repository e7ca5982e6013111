package io.encours.importing.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// A line that fills up, on a terminal; nothing elsewhere.
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shown;

    ProgressBar(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    static ProgressBar onTheTerminal() {
        var isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ProgressBar(System.err, isTerminal);
    }

    void show(String name, int percent) {
        if (shown) {
            var full = WIDTH * Math.clamp(percent, 0, 100) / 100;
            out.print("\r%s [%s%s] %3d %% ".formatted(name, "█".repeat(full), "·".repeat(WIDTH - full), percent));
            out.flush();
        }
    }

    void clear() {
        if (shown) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
