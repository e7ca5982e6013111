package io.encours.platform.database.embedded;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    private final Path output;

    WriterProcess(Path data, Path programs, long first) {
        try {
            output = Files.createTempFile("writer", ".log");
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
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /// From a file, not a pipe: what a killed process said last must not be lost.
    private void listen() {
        try (var reader = new InputStreamReader(new FileInputStream(output.toFile()), StandardCharsets.UTF_8)) {
            var line = new StringBuilder();
            while (true) {
                var ended = !process.isAlive();
                for (var letter = reader.read(); letter >= 0; letter = reader.read()) {
                    if (letter == '\n') {
                        hear(line.toString());
                        line.setLength(0);
                    } else {
                        line.append((char) letter);
                    }
                }
                if (ended) {
                    return;
                }
                Thread.sleep(5);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String line) {
        said.add(line);
        if (line.startsWith("committed ")) {
            committed.add(number(line));
        } else if (line.startsWith("unknown ")) {
            unknown.add(number(line));
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
