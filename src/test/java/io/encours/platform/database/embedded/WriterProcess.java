package io.encours.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// A `Writer` in a Java process of its own, with what it said so far.
final class WriterProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Set<Long> committed = new ConcurrentSkipListSet<>();
    private final Set<Long> unknown = new ConcurrentSkipListSet<>();
    private final Thread listener;

    WriterProcess(Path data, Path programs, long first) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            data.toString(),
                            programs.toString(),
                            String.valueOf(first))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                said.add(line);
                if (line.startsWith("committed ")) {
                    committed.add(number(line));
                } else if (line.startsWith("unknown ")) {
                    unknown.add(number(line));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            said.add("ended");
        }
    }

    /// Waits until it has committed so many more transactions.
    void awaitCommits(int more) {
        var wanted = committed.size() + more;
        await(() -> committed.size() >= wanted);
    }

    /// What it said when it could not open the database.
    String refusal() {
        await(() -> said.stream().anyMatch(line -> line.startsWith("unavailable ")));
        return said.getFirst();
    }

    long serverPid() {
        return said.stream()
                .filter(line -> line.startsWith("server "))
                .map(WriterProcess::number)
                .findFirst()
                .orElseThrow();
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Set<Long> committed() {
        return committed;
    }

    /// Whose commit was under way when the connection broke: they may be there or not, but whole.
    Set<Long> unknown() {
        return unknown;
    }

    private void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not in time; the writer said first "
                        + said.stream().limit(3).toList());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
