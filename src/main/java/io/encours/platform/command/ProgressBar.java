package io.encours.platform.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// How far a long piece of work has come: on a terminal a line that fills up, elsewhere a line for every step worth
/// telling.
public final class ProgressBar {

    private static final int WIDTH = 40;
    private static final int STEP = 10;

    private final PrintStream out;
    private final boolean isTerminal;
    private String lastPhase = "";
    private int lastShare = -1;

    ProgressBar(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    public static ProgressBar onTheTerminal() {
        var isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ProgressBar(System.err, isTerminal);
    }

    /// @param phase what is being done, in words
    public void show(String name, String phase, int percent) {
        var share = Math.clamp(percent, 0, 100);
        if (phase.equals(lastPhase) && share == lastShare) {
            return;
        }
        if (isTerminal) {
            var full = WIDTH * share / 100;
            out.print("\r\u001b[K%s [%s%s] %3d %% %s"
                    .formatted(name, "█".repeat(full), "·".repeat(WIDTH - full), share, phase));
            out.flush();
        } else if (!phase.equals(lastPhase) || share / STEP != lastShare / STEP) {
            out.println("%s: %3d %% %s".formatted(name, share, phase));
        }
        lastPhase = phase;
        lastShare = share;
    }

    /// Where nobody knows how much is to come: on a terminal only.
    public void note(String name, String words) {
        if (isTerminal) {
            out.print("\r\u001b[K%s: %s".formatted(name, words));
            out.flush();
        }
    }

    public void clear() {
        if (isTerminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
