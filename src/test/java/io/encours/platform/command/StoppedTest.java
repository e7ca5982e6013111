package io.encours.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Q6: the application is stopped, politely or not, in the middle of its work")
class StoppedTest {

    private static final int ROWS = 12_000;
    private static final String COMPANY = "STOP";

    /// Of the import, in milliseconds after it was asked for.
    private static final int[] KILLS = {60, 600, 1_500};

    @TempDir
    private Path folder;

    @Test
    void on_SIGTERM_requests_and_imports_under_way_end_and_then_postgresql_stops_cleanly() throws Exception {
        var data = folder.resolve("data");
        String run;
        try (var process = ServerProcess.start(data);
                var server = process.server()) {
            makeCompany(server);
            var page = new CompletableFuture<Boolean>();
            try (var connection = process.connect()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("lock table worklist.planned_action in share mode");
                run = begin(server, items(ROWS));
                awaitWaiting(connection, "worklist.planned_action");
                connection.createStatement().execute("lock table company.site in access exclusive mode");
                Thread.startVirtualThread(
                        () -> page.complete(isAnswered(server, "/api/v1/companies/" + COMPANY + "/sites")));
                awaitWaiting(connection, "company.site");

                process.terminate();
                TimeUnit.SECONDS.sleep(1);
                connection.rollback();
            }
            assertThat(page.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.awaitExit()).isIn(0, 143);
        }

        assertThat(Files.readString(data.resolve("postgresql.log"))).contains("database system is shut down");
        assertThat(data.resolve("postgresql").resolve("postmaster.pid")).doesNotExist();
        assertThat(data.resolve("server.json")).doesNotExist();
        try (var process = ServerProcess.start(data);
                var server = process.server()) {
            assertThat(status(server, run)).isEqualTo("DONE");
            assertThat(unsound(server)).isEmpty();
        }
    }

    @Test
    void killed_again_and_again_while_importing_and_planning_it_is_sound_each_time_it_comes_back() throws Exception {
        var data = folder.resolve("data");
        var file = items(ROWS);
        for (var round = 0; round < KILLS.length; round++) {
            try (var process = ServerProcess.start(data);
                    var server = process.server()) {
                if (round == 0) {
                    makeCompany(server);
                }
                assertThat(unsound(server)).as("after %d kills", round).isEmpty();
                begin(server, file);
                TimeUnit.MILLISECONDS.sleep(KILLS[round]);
                process.kill();
            }
        }
        try (var process = ServerProcess.start(data);
                var server = process.server()) {
            assertThat(unsound(server)).isEmpty();
            assertThat(awaitEnd(server, begin(server, file))).isEqualTo("DONE");
            assertThat(unsound(server)).isEmpty();
            assertThat(balance(process)).isEqualTo(ROWS + " " + ROWS + ".0000");
        }
    }

    @Test
    void when_only_postgresql_is_killed_under_an_import_the_application_goes_on_with_another_one() throws Exception {
        var data = folder.resolve("data");
        var file = items(ROWS);
        try (var process = ServerProcess.start(data);
                var server = process.server()) {
            makeCompany(server);
            var run = begin(server, file);
            TimeUnit.MILLISECONDS.sleep(KILLS[2]);
            process.killDatabase();

            await(() -> isAnswered(server, "/api/v1/imports/" + run));
            assertThat(awaitEnd(server, run)).isIn("DONE", "REFUSED");
            assertThat(awaitEnd(server, begin(server, file))).isEqualTo("DONE");
            assertThat(unsound(server)).isEmpty();
            assertThat(balance(process)).isEqualTo(ROWS + " " + ROWS + ".0000");
        }
    }

    private static void makeCompany(RunningServer server) throws IOException {
        var company = JsonMapper.shared()
                .readTree("{\"code\":\"%s\",\"name\":\"Société arrêtée\",\"currency\":\"EUR\",\"country\":\"FR\"}"
                        .formatted(COMPANY));
        assertThat(server.post("/api/v1/companies", company).status()).isLessThan(300);
    }

    /// @return its id
    private static String begin(RunningServer server, Path file) throws IOException {
        var answer = server.post("/api/v1/imports", Map.of("company", COMPANY, "kind", "items"), file, percent -> {});
        assertThat(answer.isDone()).as(answer.refusal()).isTrue();
        return body(answer).path("id").asString();
    }

    private static String status(RunningServer server, String run) throws IOException {
        return body(server.get("/api/v1/imports/" + run)).path("status").asString();
    }

    private static String awaitEnd(RunningServer server, String run) throws Exception {
        await(() -> !status(server, run).equals("RUNNING"));
        return status(server, run);
    }

    /// What the doctor finds wrong.
    private static String unsound(RunningServer server) throws IOException {
        var report = body(server.get("/api/v1/doctor"));
        var wrong = new StringBuilder();
        report.path("findings").forEach(finding -> {
            if (!finding.path("sound").asBoolean()) {
                wrong.append(finding.path("message").asString()).append('\n');
            }
        });
        return wrong.toString();
    }

    private static JsonNode body(RunningServer.Answer answer) {
        var body = answer.body();
        assertThat(body).isNotNull();
        return java.util.Objects.requireNonNull(body);
    }

    private static boolean isAnswered(RunningServer server, String path) {
        try {
            return server.get(path).isDone();
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitWaiting(Connection connection, String table) throws Exception {
        await(() -> {
            try (var waiting = connection
                    .createStatement()
                    .executeQuery("select from pg_locks where not granted and relation = '" + table + "'::regclass")) {
                return waiting.next();
            }
        });
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        for (var tries = 0; tries < 1_200; tries++) {
            if (condition.holds()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Not in two minutes");
    }

    private static String balance(ServerProcess process) throws SQLException {
        try (var connection = process.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) || ' ' || sum(debit - credit) from receivable.ledger_line")) {
            row.next();
            return row.getString(1);
        }
    }

    /// Invoices of one euro each.
    private Path items(int rows) throws IOException {
        var text = new StringBuilder("customer;document;documentDate;dueDate;amount;kind\n");
        for (var number = 0; number < rows; number++) {
            text.append("C%d;F%d;2026-09-01;2026-10-01;1.00;INVOICE\n".formatted(number / 10, number));
        }
        return Files.writeString(folder.resolve("items.csv"), text);
    }

    /// The application in a process of its own.
    private record ServerProcess(Process process, Path data) implements AutoCloseable {

        static ServerProcess start(Path data) throws Exception {
            Files.createDirectories(data);
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1", // it lives for seconds
                            "-Dencours.postgres.binaries=" + System.getProperty("encours.postgres.binaries"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.encours.Encours",
                            "serve",
                            "--encours.data=" + data,
                            "--encours.today=2026-11-24",
                            "--server.port=0")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("application.log").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("ENCOURS_"));
            // What the last one left would be taken for this one's.
            Files.deleteIfExists(data.resolve(RunningServer.FILE));
            var started = new ServerProcess(builder.start(), data);
            await(() -> {
                assertThat(started.process.isAlive())
                        .as(() -> read(data.resolve("application.log")))
                        .isTrue();
                return RunningServer.find(data, Locale.ENGLISH).isPresent();
            });
            return started;
        }

        RunningServer server() {
            return RunningServer.find(data, Locale.ENGLISH).orElseThrow();
        }

        Connection connect() throws SQLException {
            var postmaster = read(data.resolve("postgresql").resolve("postmaster.pid"))
                    .lines()
                    .toList();
            return java.sql.DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postmaster.get(3) + "/encours",
                    "encours",
                    read(data.resolve("postgresql.password")).strip());
        }

        void terminate() {
            process.destroy();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void killDatabase() {
            var pid = read(data.resolve("postgresql").resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly())
                    .isTrue();
        }

        int awaitExit() throws InterruptedException {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /// Politely, so that no PostgreSQL stays behind.
        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(90, TimeUnit.SECONDS);
        }
    }
}
