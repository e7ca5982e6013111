package io.encours.platform.backup;

import io.encours.platform.Problem;
import io.encours.platform.backup.Catalogue.Table;
import io.encours.platform.backup.Manifest.FileData;
import io.encours.platform.backup.Manifest.TableData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes an archive: every table as one transaction sees them, where the sequences stand, the files of the data
/// folder, and the manifest. Streams: a few kilobytes of memory for any size. Whoever works meanwhile does not wait.
public final class Backup {

    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.shared();

    private final Path data;
    private final String software;
    private final Instant takenAt;

    /// @param data folder of the application's data
    /// @param software version of Encours
    public Backup(Path data, String software, Instant takenAt) {
        this.data = data;
        this.software = software;
        this.takenAt = takenAt;
    }

    /// Version of this software; `development` when it was not packaged.
    public static String software() {
        var version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// @param connection not used by anybody else; closed by the caller
    /// @throws Problem when there is nothing to save
    public Manifest write(Connection connection, OutputStream target) throws SQLException, IOException {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var catalogue = new Catalogue(connection);
        if (!catalogue.isMigrated()) {
            throw Problem.refused("platform.backup.nothing");
        }
        var schemas = Catalogue.schemas(catalogue.migrations());
        connection.setAutoCommit(false);
        try (var entries = new Entries(target)) {
            // Before the transaction sees anything: a table emptied in between would be saved without its rows.
            var tables = catalogue.tables(schemas);
            connection.rollback();
            lock(connection, tables);
            var manifest = content(connection, catalogue, entries);
            entries.add(MANIFEST, out -> out.write(JSON.writeValueAsBytes(manifest)));
            return manifest;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void lock(Connection connection, List<Table> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + tables.stream().map(Table::sql).collect(Collectors.joining(", "))
                    + " in access share mode");
        }
    }

    private Manifest content(Connection connection, Catalogue catalogue, Entries entries)
            throws SQLException, IOException {
        var migrations = catalogue.migrations();
        var schemas = Catalogue.schemas(migrations);
        var files = files(entries);
        var tables = new ArrayList<TableData>();
        for (var table : catalogue.tables(schemas)) {
            tables.add(table(connection, table, entries));
        }
        return new Manifest(
                Manifest.FORMAT,
                software,
                takenAt,
                connection.getMetaData().getDatabaseProductVersion(),
                migrations,
                catalogue.extensions(),
                tables,
                // Last: a sequence knows no transactions, and may be ahead of the rows, never behind.
                catalogue.sequences(schemas),
                folders().map(DataFolder::name).toList(),
                files,
                catalogue.otherTables(schemas));
    }

    private static TableData table(Connection connection, Table table, Entries entries)
            throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var columns = table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
        var rows = new long[1];
        var content = entries.<SQLException>add(
                "tables/" + table.schema() + "." + table.name(),
                out -> rows[0] = copy.copyOut("copy " + table.sql() + " (" + columns + ") to stdout", out));
        return new TableData(table.schema(), table.name(), table.columns(), rows[0], content);
    }

    private List<FileData> files(Entries entries) throws IOException {
        var files = new ArrayList<FileData>();
        for (var folder : folders().toList()) {
            var root = data.resolve(folder.name());
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (var found = Files.walk(root)) {
                for (var file : found.filter(Files::isRegularFile)
                        .filter(folder::isData)
                        .sorted()
                        .toList()) {
                    add(file, entries, files);
                }
            }
        }
        return files;
    }

    private void add(Path file, Entries entries, List<FileData> files) throws IOException {
        var path = data.relativize(file).toString().replace('\\', '/');
        try (var in = Files.newInputStream(file)) {
            files.add(new FileData(path, entries.add("files/" + path, in::transferTo)));
        } catch (NoSuchFileException e) {
            // Gone since the folder was listed: whoever needed it is done with it.
            return;
        }
    }

    private static Stream<DataFolder> folders() {
        return ServiceLoader.load(DataFolder.class).stream().map(ServiceLoader.Provider::get);
    }
}
