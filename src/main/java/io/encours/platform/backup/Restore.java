package io.encours.platform.backup;

import io.encours.platform.Problem;
import io.encours.platform.Progress;
import io.encours.platform.database.BareDatabase;
import io.encours.platform.database.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/// Brings an archive into an empty database: the tables as the backup's migrations make them, then its rows in one
/// transaction, then the migrations that have been written since.
public final class Restore {

    /// So that two restores do not meet.
    private static final long RESTORING = 0x656e_636f_7572_7302L;

    private final Archive archive;
    private final BareDatabase database;
    private final Path data;
    private final Progress progress;

    public Restore(Archive archive, BareDatabase database, Path data, Progress progress) {
        this.archive = archive;
        this.database = database;
        this.data = data;
        this.progress = progress;
    }

    /// @param replace what is there is deleted first; else a database that is not empty is refused
    /// @throws Problem when it is refused, or made by a later version; nothing is changed then
    public void run(Existing replace) throws SQLException, IOException {
        var manifest = archive.manifest();
        Migrations.knows(manifest);
        try (var connection = database.connect()) {
            onlyHere(connection);
            clear(connection, replace);
            progress.at("TABLES", 0);
            Migrations.apply(manifest.migrations(), database.dataSource());
            new DataFiles(archive, data).bringIn();
            new Rows(archive, connection, progress).bringIn();
            progress.at("FINISHING", 99);
            Migrations.applyAll(database.dataSource());
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            progress.at("FINISHING", 100);
        }
    }

    /// What happens to what is in the database.
    public enum Existing {
        KEPT,
        REPLACED
    }

    private static void onlyHere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + RESTORING + "), exists ("
                        + " select from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'encours')")) {
            row.next();
            if (!row.getBoolean(1) || row.getBoolean(2)) {
                throw Problem.conflict("platform.restore.inUse");
            }
        }
    }

    private static void clear(Connection connection, Existing existing) throws SQLException, IOException {
        var catalogue = new Catalogue(connection);
        var schemas = new TreeSet<>(Migrations.schemas());
        if (catalogue.isMigrated()) {
            schemas.addAll(Catalogue.schemas(catalogue.migrations()));
        }
        var empty = !catalogue.isMigrated()
                && catalogue.tables(List.copyOf(schemas)).isEmpty();
        if (!empty && existing == Existing.KEPT && !UnfinishedRestore.marks(connection)) {
            throw Problem.conflict("platform.restore.notEmpty");
        }
        connection.setAutoCommit(false);
        UnfinishedRestore.mark(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists public." + Catalogue.HISTORY);
            for (var schema : schemas) {
                statement.execute("drop schema if exists " + Catalogue.quoted(schema) + " cascade");
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
