package io.encours.platform.database.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An application that writes until it is killed. Arguments: folder of the data, folder of the programs, first number.
///
/// Every transaction writes two rows with the same number; every other one is rolled back. Says on its output: the
/// process id of the server, then `committed N` after each commit and `unknown N` when the commit failed on the way.
final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database;
        try {
            database = EmbeddedDatabase.open(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (DatabaseUnavailable e) {
            say("unavailable " + e.getMessage());
            return;
        }
        say("server " + database.serverPid().orElseThrow());
        var number = Long.parseLong(arguments[2]);
        while (true) {
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.secret())) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("create table if not exists written (number bigint, half int, kept boolean)");
                }
                connection.commit();
                while (true) {
                    number++;
                    write(connection, number);
                }
            } catch (SQLException e) {
                say("unknown " + number);
                Thread.sleep(50);
            }
        }
    }

    private static void write(Connection connection, long number) throws SQLException {
        var kept = number % 2 == 0;
        try (var insert = connection.prepareStatement("insert into written values (?, ?, ?)")) {
            for (var half = 1; half <= 2; half++) {
                insert.setLong(1, number);
                insert.setInt(2, half);
                insert.setBoolean(3, kept);
                insert.execute();
            }
        }
        if (kept) {
            connection.commit();
            say("committed " + number);
        } else {
            connection.rollback();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
