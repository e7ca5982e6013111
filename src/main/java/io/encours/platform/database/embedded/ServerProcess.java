package io.encours.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Starts, finds and stops the `postgres` process of one cluster.
///
/// PostgreSQL refuses to run as root; there the programs are started in a user namespace of their own (`unshare -U`),
/// where the same user is not root.
final class ServerProcess {

    private static final Path PROCESSES = Path.of("/proc");
    private static final boolean IS_LINUX = Files.isDirectory(PROCESSES.resolve("self"));

    private final Path cluster;
    private final PostgresBinaries binaries;
    private final Path log;

    ServerProcess(Path cluster, PostgresBinaries binaries, Path log) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.log = log;
    }

    /// @param port asked before every attempt: another program may have taken the last one meanwhile
    void start(IntSupplier port, List<String> settings, int seconds) {
        for (var attempt = 1; ; attempt++) {
            try {
                run(
                        startCommand(port.getAsInt(), settings, seconds),
                        "PostgreSQL does not start; " + log + " says why");
                return;
            } catch (DatabaseUnavailable e) {
                // Children of a killed server may hold its memory for a moment longer.
                if (attempt == 5) {
                    throw e;
                }
                pause();
                removeOrphan();
            }
        }
    }

    private List<String> startCommand(int port, List<String> settings, int seconds) {
        var options = new StringBuilder("-p ").append(port);
        for (var setting : settings) {
            options.append(" -c ").append(setting);
        }
        return List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "-w",
                "-t",
                String.valueOf(seconds),
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                options.toString());
    }

    void stop() {
        if (isAlive()) {
            run(
                    List.of(
                            binaries.program("pg_ctl").toString(),
                            "stop",
                            "-w",
                            "-m",
                            "fast",
                            "-t",
                            "60",
                            "-D",
                            cluster.toString()),
                    "PostgreSQL does not stop");
        }
    }

    /// Stops a server left behind by an application that was killed, and clears the traces of one that was killed
    /// itself. Only called while the folder's lock is held, so no living application uses it.
    void removeOrphan() {
        try {
            if (isAlive()) {
                try {
                    stop();
                } catch (DatabaseUnavailable e) {
                    pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            for (var tries = 0; tries < 50 && !orphans().isEmpty(); tries++) {
                orphans().forEach(ProcessHandle::destroyForcibly);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for PostgreSQL to stop.", e);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The traces of the last PostgreSQL could not be removed.", e);
        }
    }

    boolean isAlive() {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs)
                .isPresent();
    }

    /// As written by the server in the first line of `postmaster.pid`.
    Optional<Long> pid() {
        try (var lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void run(List<String> command, String failure) {
        var asNobody = runsAsRoot() ? prepend(List.of("unshare", "-U"), command) : command;
        Path output = null;
        try {
            output = Files.createTempFile("encours", ".log");
            var process = new ProcessBuilder(asNobody)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new DatabaseUnavailable(explain(failure, Files.readString(output)), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable(failure + ": interrupted.", e);
        } catch (IOException e) {
            throw new DatabaseUnavailable(explain(failure, String.valueOf(e.getMessage())), e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String explain(String failure, String output) {
        if (output.contains("unshare")) {
            return "PostgreSQL refuses to run as root, and this system does not allow user namespaces: start Encours as"
                    + " an ordinary user, or give ENCOURS_DATABASE_URL.";
        }
        return failure + ":\n" + output.strip();
    }

    private static boolean runsAsRoot() {
        try {
            return IS_LINUX
                    && Files.getAttribute(PROCESSES.resolve("self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> prepend(List<String> first, List<String> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    /// The process id in the file may have been given to another program since, even to the server of another
    /// folder, which must not be stopped in its place. A server stands in its cluster's folder.
    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var isPostgres = info.command()
                .map(command -> command.endsWith("postgres") || command.endsWith("postgres.exe"))
                .orElse(true);
        if (!isPostgres) {
            return false;
        }
        return IS_LINUX
                ? standsInTheCluster(process)
                : info.commandLine()
                        .map(line -> line.contains(cluster.toString()))
                        .orElse(true);
    }

    /// Processes of a killed server: their parent is gone, but they still stand in the cluster's folder.
    private List<ProcessHandle> orphans() {
        return IS_LINUX ? ProcessHandle.allProcesses().filter(this::isOurs).toList() : List.of();
    }

    private boolean standsInTheCluster(ProcessHandle process) {
        return target(PROCESSES.resolve(String.valueOf(process.pid())).resolve("cwd"))
                .equals(cluster);
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return Path.of("");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
