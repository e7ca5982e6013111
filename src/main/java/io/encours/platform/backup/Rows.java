package io.encours.platform.backup;

import io.encours.platform.Problem;
import io.encours.platform.Progress;
import io.encours.platform.backup.Catalogue.Table;
import io.encours.platform.backup.Manifest.TableData;
import io.encours.platform.database.UnfinishedRestore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// The rows of an archive on their way into tables that are there, in one transaction: all of them or none.
///
/// Foreign keys are taken away and made again, which looks at all rows at once and leaves the order of the tables free;
/// triggers sleep meanwhile. Both is the right of a table's owner: no superuser is needed.
final class Rows {

    private static final int BUFFER = 1 << 16;

    private final Archive archive;
    private final Connection connection;
    private final Progress progress;
    private long read;

    Rows(Archive archive, Connection connection, Progress progress) {
        this.archive = archive;
        this.connection = connection;
        this.progress = progress;
    }

    /// Takes the mark of the unfinished restore away with them.
    void bringIn() throws SQLException, IOException {
        var manifest = archive.manifest();
        var schemas = Catalogue.schemas(manifest.migrations());
        var catalogue = new Catalogue(connection);
        connection.setAutoCommit(false);
        try {
            fits(manifest, catalogue.tables(schemas));
            var triggers = catalogue.triggers(schemas);
            var keys = catalogue.foreignKeys(schemas);
            for (var trigger : triggers) {
                execute("alter table " + trigger.table() + " disable trigger " + trigger.name());
            }
            for (var key : keys) {
                execute("alter table " + key.table() + " drop constraint " + key.name());
            }
            execute("truncate "
                    + manifest.tables().stream()
                            .map(Rows::table)
                            .map(Table::sql)
                            .collect(Collectors.joining(", ")));
            for (var table : manifest.tables()) {
                copy(table);
            }
            progress.at("KEYS", 95);
            for (var key : keys) {
                execute("alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
            }
            for (var trigger : triggers) {
                execute("alter table " + trigger.table() + " " + trigger.definition() + " trigger " + trigger.name());
            }
            setSequences(manifest);
            UnfinishedRestore.unmark(connection);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void fits(Manifest manifest, List<Table> tables) {
        var saved = manifest.tables().stream().map(Rows::table).toList();
        if (!saved.equals(tables)) {
            throw Problem.refused("platform.restore.otherTables");
        }
    }

    private void copy(TableData table) throws SQLException, IOException {
        var columns = table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var in = new Told(archive.open(table.content()))) {
            var rows = copy.copyIn("copy " + table(table).sql() + " (" + columns + ") from stdin", in, BUFFER);
            if (rows != table.rows()) {
                throw Problem.refused("platform.restore.rows", table.name());
            }
        }
    }

    private void setSequences(Manifest manifest) throws SQLException {
        try (var set = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
            for (var position : manifest.sequences()) {
                set.setString(1, Catalogue.quoted(position.schema()) + "." + Catalogue.quoted(position.sequence()));
                set.setLong(2, position.value());
                set.setBoolean(3, position.called());
                set.execute();
            }
        }
    }

    private static Table table(TableData table) {
        return new Table(table.schema(), table.table(), table.columns());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Tells how much of the archive has been read.
    private final class Told extends FilterInputStream {

        Told(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var more = super.read(target, offset, length);
            if (more > 0) {
                read += more;
                progress.at("ROWS", (int)
                        (read * 94 / Math.max(1, archive.manifest().bytes())));
            }
            return more;
        }
    }
}
