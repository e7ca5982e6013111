package io.encours.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("DESIGN 2 the database opens by itself after everything was killed")
class KilledDatabaseTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql");
    private static final int ROUNDS = 3;

    @TempDir
    private Path data;

    /// Who is killed in the middle of writing, with SIGKILL.
    enum Victim {
        THE_APPLICATION(WriterProcess::kill),
        POSTGRESQL(writer -> {
            kill(writer.serverPid());
            writer.awaitCommits(50); // the watch starts it again under the running application
            writer.kill();
        }),
        BOTH(writer -> {
            kill(writer.serverPid());
            writer.kill();
        }),
        BOTH_THE_APPLICATION_FIRST(writer -> {
            var server = writer.serverPid();
            writer.kill();
            kill(server);
        });

        private final Consumer<WriterProcess> killing;

        Victim(Consumer<WriterProcess> killing) {
            this.killing = killing;
        }

        private static void kill(long pid) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_committed_row_is_there_and_nothing_else(Victim victim) throws Exception {
        var committed = new TreeSet<Long>();
        var unknown = new TreeSet<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            var writer = new WriterProcess(data, PROGRAMS, 1_000_000L * round);
            try {
                writer.awaitCommits(100 + 37 * round);
                victim.killing.accept(writer);
            } finally {
                writer.kill();
            }
            committed.addAll(writer.committed());
            unknown.addAll(writer.unknown());
            unknown.add(writer.committed().stream().max(Long::compare).orElseThrow() + 2);
        }

        try (var database = EmbeddedDatabase.open(data, PROGRAMS)) {
            var found = numbers(database, "select number from written group by number having count(*) = 2");
            assertThat(found).containsAll(committed);
            found.removeAll(committed);
            assertThat(found).as("not told to be committed").isSubsetOf(unknown);
            assertThat(numbers(database, "select number from written where not kept"))
                    .as("rolled back")
                    .isEmpty();
            assertThat(numbers(database, "select number from written group by number having count(*) <> 2"))
                    .as("halves of transactions")
                    .isEmpty();
        }
    }

    private static Set<Long> numbers(EmbeddedDatabase database, String query) throws SQLException {
        var numbers = new TreeSet<Long>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.secret());
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
