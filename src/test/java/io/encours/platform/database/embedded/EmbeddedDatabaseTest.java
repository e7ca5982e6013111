package io.encours.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("DESIGN 2 a real PostgreSQL in the data folder")
class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql");

    /// One database for the tests that do not care how it was made.
    @TempDir
    private static Path data;

    @Test
    void what_was_written_is_there_after_a_stop_and_a_start() throws Exception {
        try (var database = open()) {
            execute(database, "create table kept as select 42 as answer");
        }
        try (var database = open()) {
            assertThat(text(database, "select answer::text from kept")).isEqualTo("42");
        }
    }

    @Test
    void nothing_is_traded_for_speed() throws Exception {
        try (var database = open()) {
            assertThat(text(database, "show fsync")).isEqualTo("on");
            assertThat(text(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(database, "show full_page_writes")).isEqualTo("on");
            assertThat(text(database, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void words_sort_as_in_french() throws Exception {
        try (var database = open()) {
            assertThat(text(
                            database,
                            "select string_agg(w, ' ' order by w) from (values ('zoo'), ('été'), ('eau')) t (w)"))
                    .isEqualTo("eau été zoo");
        }
    }

    @Test
    void the_password_is_the_owners_alone_and_is_really_asked() throws Exception {
        try (var database = open()) {
            var file = data.resolve("postgresql.password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(text(database, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(text(database, "select left(rolpassword, 13) from pg_authid where rolname = 'encours'"))
                    .isEqualTo("SCRAM-SHA-256");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), null)
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void it_listens_on_the_loopback_interface_only() throws Exception {
        var outside = outsideAddress();
        assumeTrue(outside.isPresent(), "this machine has a network");
        try (var database = open()) {
            var port =
                    URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
            assertThat(text(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(database, "show unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> connect(outside.get(), port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_second_application_on_the_folder_is_refused_with_a_sentence() {
        try (var database = open()) {
            assertThat(database.serverPid()).isPresent();
            assertThatThrownBy(this::open)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another Encours is running on")
                    .hasMessageContaining("ENCOURS_DATA");
            var another = new WriterProcess(data, PROGRAMS, 0);
            try {
                assertThat(another.refusal()).contains("Another Encours is running on");
            } finally {
                another.kill();
            }
            assertThat(text(database, "select 'alive'")).isEqualTo("alive");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_first_start_that_was_interrupted_leaves_nothing_half_made(@TempDir Path fresh) throws Exception {
        for (var millis : new int[] {300, 700, 1200, 2000}) {
            var starting = new WriterProcess(fresh, PROGRAMS, 0);
            TimeUnit.MILLISECONDS.sleep(millis);
            starting.kill();
        }
        try (var database = EmbeddedDatabase.open(fresh, PROGRAMS)) {
            assertThat(text(database, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void traces_of_a_making_that_stopped_anywhere_are_cleared(@TempDir Path fresh) throws Exception {
        Files.createDirectories(fresh.resolve("postgresql.making").resolve("base"));
        Files.createDirectories(fresh.resolve("postgresql").resolve("base"));
        Files.writeString(fresh.resolve("password.making"), "half");
        try (var database = EmbeddedDatabase.open(fresh, PROGRAMS)) {
            assertThat(text(database, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_process_id_that_was_given_to_another_program_is_left_alone() throws Exception {
        open().close();
        var bystander = new ProcessBuilder("sleep", "60").start();
        try {
            leavePidFile(bystander.pid());
            try (var database = open()) {
                assertThat(text(database, "select 'alive'")).isEqualTo("alive");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void a_process_id_that_was_given_to_the_server_of_another_folder_is_left_alone(@TempDir Path otherData)
            throws Exception {
        open().close();
        try (var other = EmbeddedDatabase.open(otherData, PROGRAMS)) {
            leavePidFile(other.serverPid().orElseThrow());
            try (var database = open()) {
                assertThat(text(database, "select 'alive'")).isEqualTo("alive");
            }
            assertThat(text(other, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void when_the_server_dies_the_pool_finds_it_again() throws Exception {
        try (var database = open();
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.secret());
            pool.setConnectionTimeout(60_000);
            assertThat(alive(pool)).isTrue();
            var before = database.serverPid().orElseThrow();

            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            var again = false;
            for (var tries = 0; tries < 100 && !again; tries++) {
                TimeUnit.MILLISECONDS.sleep(200);
                again = alive(pool);
            }

            assertThat(again).isTrue();
            assertThat(database.serverPid()).isPresent().get().isNotEqualTo(before);
        }
    }

    @Test
    void as_root_the_server_runs_where_it_is_not_root() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "these tests run as root");
        try (var database = open()) {
            var namespace = Path.of("/proc", String.valueOf(database.serverPid().orElseThrow()), "ns", "user");

            assertThat(Files.readSymbolicLink(namespace))
                    .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/user")));
        }
    }

    @Test
    void closing_stops_the_server_and_frees_the_folder() throws Exception {
        var database = open();
        assertThat(database.serverPid()).isPresent();
        database.close();

        assertThat(database.serverPid()).isEmpty();
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), database.secret())
                        .close())
                .isInstanceOf(SQLException.class);
        open().close();
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(data, PROGRAMS);
    }

    private void leavePidFile(long pid) throws IOException {
        var cluster = data.toRealPath().resolve("postgresql");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n".formatted(pid, cluster));
    }

    private static boolean alive(HikariDataSource pool) {
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("select 1")) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.secret());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedDatabase database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.secret());
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Optional<InetSocketAddress> outsideAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(address -> new InetSocketAddress(address, 0))
                .findFirst();
    }

    private static void connect(InetSocketAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getAddress(), port), 2_000);
        }
    }
}
