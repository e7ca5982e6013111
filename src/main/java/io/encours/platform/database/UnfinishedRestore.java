package io.encours.platform.database;

import io.encours.platform.database.embedded.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.SQLException;

/// The mark of a database that a restore is at work on, or was interrupted on: a schema of this name. It is taken away
/// in the transaction that brings the rows.
public final class UnfinishedRestore {

    private static final String MARK = "restore_under_way";

    private UnfinishedRestore() {}

    public static boolean marks(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_namespace where nspname = '" + MARK + "'")) {
            return found.next();
        }
    }

    public static void mark(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + MARK);
        }
    }

    public static void unmark(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema " + MARK);
        }
    }

    /// An application does not open such a database.
    static void refuse(Connection connection) throws SQLException {
        if (marks(connection)) {
            throw new DatabaseUnavailable(
                    "A restore of this database is under way or was interrupted, so what is in it is not whole. Run"
                            + " ./encours restore again.",
                    null);
        }
    }
}
