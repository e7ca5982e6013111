package io.encours.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.importing.Drafts;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import io.encours.strategy.Strategies;
import io.encours.testing.Fixtures;
import io.encours.testing.Installation;
import io.encours.testing.Portfolio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("Q6 backup and restore")
class BackupTest {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int CUSTOMERS = 400;

    @TempDir
    private static Path folder;

    private static Installation source;

    /// Taken while the application was importing, and after it was stopped.
    private static Path whileWorking;

    private static Path afterwards;

    @TempDir
    private Path empty;

    @BeforeAll
    static void an_installation_with_work_in_it_is_saved_twice() throws Exception {
        source = new Installation(folder.resolve("data"));
        whileWorking = folder.resolve("while-working.zip");
        afterwards = folder.resolve("afterwards.zip");
        try (var running = source.start()) {
            var fixtures = Installation.fixtures(running);
            var company = fixtures.aCompany();
            var portfolio = new Portfolio(
                            running.getBean(Imports.class), running.getBean(Strategies.class), fixtures, company)
                    .customer("DUP", "Dupont Bâtiment \\ Fils\t\"SARL\"\u202f€", fixtures.anAgent(company))
                    .owes("DUP", "F-1", "2026-10-20", "6200.00")
                    .bringIn();
            running.getBean(Drafts.class)
                    .keep(
                            fixtures.everythingOf(company),
                            portfolio.administrator(),
                            company.code(),
                            "clients.csv",
                            null,
                            content("code;name\nX;Martin\n"));
            long underWay;
            try (var holding = running.getBean(DataSource.class).getConnection()) {
                holding.setAutoCommit(false);
                holding.createStatement().execute("lock table worklist.planned_action in share mode");
                underWay = importMany(running, fixtures, company, portfolio);
                awaitSomebodyWaiting(holding);
                assertThat(source.run("backup", whileWorking.toString())).isEqualTo(DONE);
                holding.rollback();
            }
            running.getBean(Imports.class).await(underWay);
        }
        assertThat(source.run("backup", afterwards.toString())).isEqualTo(DONE);
    }

    /// The import has written the ledger, and cannot write the plan yet.
    private static void awaitSomebodyWaiting(Connection connection) throws Exception {
        for (var tries = 0; tries < 600; tries++) {
            try (var waiting = connection
                    .createStatement()
                    .executeQuery("select from pg_locks where not granted"
                            + " and relation = 'worklist.planned_action'::regclass")) {
                if (waiting.next()) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The import does not come to the plan");
    }

    private static long importMany(
            ConfigurableApplicationContext running, Fixtures fixtures, Company company, Portfolio portfolio) {
        var rows = new StringBuilder("customer;document;documentDate;dueDate;amount;kind\n");
        for (var number = 0; number < CUSTOMERS; number++) {
            rows.append("C%d;F%d;2026-09-01;2026-10-01;%d.37;INVOICE\n".formatted(number, number, number + 1));
        }
        return running.getBean(Imports.class)
                .start(
                        fixtures.everythingOf(company),
                        portfolio.administrator(),
                        new Upload(company.code(), ImportKind.ITEMS, "items.csv", false),
                        content(rows.toString()));
    }

    @Test
    void a_restored_backup_is_equal_row_by_row_in_every_table_and_every_sequence() throws Exception {
        var restored = new Installation(empty);

        assertThat(restored.run("restore", afterwards.toString())).isEqualTo(DONE);

        assertThat(restored.content()).isEqualTo(source.content());
        assertThat(restored.content()).hasSizeGreaterThan(40).containsKey("public.flyway_schema_history");
        assertThat(files(restored)).isEqualTo(files(source)).hasSize(1);
    }

    @Test
    void a_backup_of_a_moment_in_the_middle_of_an_import_is_sound_and_goes_on_where_it_stood() throws Exception {
        var restored = new Installation(empty);
        assertThat(rows(whileWorking)).isLessThan(rows(afterwards));
        assertThat(restored.run("restore", whileWorking.toString())).isEqualTo(DONE);

        try (var running = restored.start()) {
            assertThat(Installation.unsound(running)).isEmpty();
            var fixtures = Installation.fixtures(running);
            var company = fixtures.aCompany();
            new Portfolio(running.getBean(Imports.class), running.getBean(Strategies.class), fixtures, company)
                    .customer("NEW", "Nouveau client", fixtures.anAgent(company))
                    .owes("NEW", "F-1", "2026-10-20", "12.00")
                    .bringIn();
            assertThat(Installation.unsound(running)).isEmpty();
        }
    }

    @Test
    void nobody_else_may_read_it_and_it_is_never_overwritten() throws Exception {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(afterwards)))
                    .isEqualTo("rw-------");
        }
        assertThat(source.run("backup", afterwards.toString())).isEqualTo(NOT_DONE);
        assertThat(source.run("backup", folder.resolve("nowhere/backup.zip").toString()))
                .isEqualTo(NOT_DONE);
        assertThat(new Installation(empty)
                        .run("backup", folder.resolve("none.zip").toString()))
                .isEqualTo(NOT_DONE);
        assertThat(folder.resolve("none.zip")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".making"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.5, 0.8, 0.97})
    void an_archive_that_was_cut_off_or_changed_anywhere_restores_nothing(double where) throws Exception {
        var changed = Files.copy(afterwards, empty.resolve("changed.zip"));
        try (var bytes = new RandomAccessFile(changed.toFile(), "rw")) {
            var place = (long) (bytes.length() * where);
            bytes.seek(place);
            var value = bytes.read();
            bytes.seek(place);
            bytes.write(value ^ 0x55);
        }
        var cut = empty.resolve("cut.zip");
        var whole = Files.readAllBytes(afterwards);
        Files.write(cut, java.util.Arrays.copyOf(whole, (int) (whole.length * where)));
        var restored = new Installation(empty.resolve("data"));

        assertThat(restored.run("restore", changed.toString())).isEqualTo(NOT_DONE);
        assertThat(restored.run("restore", cut.toString())).isEqualTo(NOT_DONE);

        assertThat(restored.data()).doesNotExist();
    }

    @Test
    void a_database_with_something_in_it_is_only_replaced_when_that_is_said() throws Exception {
        var restored = new Installation(empty);
        try (var running = restored.start()) {
            Installation.fixtures(running).aCompany();
            assertThat(restored.run("restore", afterwards.toString()))
                    .as("while it runs")
                    .isEqualTo(NOT_DONE);
        }
        var before = restored.content();

        assertThat(restored.run("restore", afterwards.toString())).isEqualTo(NOT_DONE);
        assertThat(restored.content()).isEqualTo(before);

        assertThat(restored.run("restore", afterwards.toString(), "--replace")).isEqualTo(DONE);
        assertThat(restored.content()).isEqualTo(source.content());
    }

    @Test
    void a_backup_of_a_later_version_is_refused() throws Exception {
        var later = withManifest(text ->
                text.replaceFirst("\"migrations\":\\[", "\"migrations\":[\"platform/V209901010000__later.sql\","));

        assertThatThrownBy(() -> {
                    try (var archive = Archive.open(later)) {
                        Migrations.knows(archive.manifest());
                    }
                })
                .isInstanceOf(Problem.class)
                .hasMessage("platform.restore.newer");
        assertThat(new Installation(empty.resolve("data")).run("restore", later.toString()))
                .isEqualTo(NOT_DONE);
    }

    @Test
    void no_application_opens_what_an_interrupted_restore_left_and_restoring_again_makes_it_whole() throws Exception {
        var restored = new Installation(empty.resolve("data"));
        var wrong = withManifest(text -> text.replaceFirst(
                "(\"table\":\"work_[a-z]*\"|\"table\":\"event\")(.*?)\"rows\":\\d+", "$1$2\"rows\":999999"));

        assertThat(restored.run("restore", wrong.toString())).isEqualTo(NOT_DONE);
        assertThatThrownBy(restored::start).hasRootCauseInstanceOf(DatabaseUnavailable.class);

        assertThat(restored.run("restore", afterwards.toString())).isEqualTo(DONE);
        assertThat(restored.content()).isEqualTo(source.content());
    }

    /// A copy of the archive whose manifest says something else.
    private Path withManifest(UnaryOperator<String> change) throws IOException {
        var copy = empty.resolve("other.zip");
        try (var from = new ZipFile(afterwards.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : from.stream().toList()) {
                var bytes = from.getInputStream(entry).readAllBytes();
                var isManifest = entry.getName().equals(Backup.MANIFEST);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        isManifest
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return copy;
    }

    private static long rows(Path file) throws IOException {
        try (var archive = Archive.open(file)) {
            return archive.manifest().rows();
        }
    }

    private static List<String> files(Installation installation) throws IOException {
        var files = new ArrayList<String>();
        try (var found = Files.list(installation.data().resolve("imports"))) {
            for (var file : found.sorted().toList()) {
                files.add(file.getFileName() + " " + Files.readString(file));
            }
        }
        return files;
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
