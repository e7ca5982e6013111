package io.encours.testing;

import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// A migrated database without the application around it, one for all tests of the run. Tests take a company of
/// their own.
public final class PlainDatabase {

    private static final EmbeddedDatabase SERVER = open();

    private PlainDatabase() {}

    /// Each statement is its own transaction.
    public static DSLContext connect() {
        return DSL.using(SERVER.jdbcUrl(), SERVER.user(), SERVER.secret());
    }

    /// A database of its own on the same server, as an earlier version left its tables.
    ///
    /// @param version of the last migration it knew
    /// @param before what is in it
    /// @return the same, brought to this version
    public static DSLContext upgraded(String version, Consumer<DSLContext> before) {
        var name = "upgrade_" + version;
        connect().execute("create database " + name);
        var url = SERVER.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        var flyway = Flyway.configure().dataSource(url, SERVER.user(), SERVER.secret());
        flyway.target(version).load().migrate();
        var db = DSL.using(url, SERVER.user(), SERVER.secret());
        before.accept(db);
        flyway.target(MigrationVersion.LATEST).load().migrate();
        return db;
    }

    private static EmbeddedDatabase open() {
        try {
            var server = EmbeddedDatabase.open(
                    Files.createTempDirectory("encours-test"),
                    Path.of(System.getProperty("encours.postgres.binaries", "target/postgresql")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.user(), server.secret())
                    .load()
                    .migrate();
            Unhurried.notWaiting(DSL.using(server.jdbcUrl(), server.user(), server.secret()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
