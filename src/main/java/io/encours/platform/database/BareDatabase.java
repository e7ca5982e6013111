package io.encours.platform.database;

import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.StringUtils;

/// The database of the settings without the application around it: nothing is migrated, nobody is let in. For commands
/// that must find it as it was left.
public final class BareDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable EmbeddedDatabase own;

    private BareDatabase(DatabaseAddress address, @Nullable EmbeddedDatabase own) {
        this.address = address;
        this.own = own;
    }

    /// Starts the embedded database, made when there is none, or finds the one given by URL.
    ///
    /// @throws io.encours.platform.database.embedded.DatabaseUnavailable with a sentence for the user, also when an
    ///     application is running on the embedded one
    public static BareDatabase open(EncoursSettings settings) {
        if (StringUtils.hasText(settings.databaseUrl())) {
            return new BareDatabase(DatabaseAddress.of(settings).checked(), null);
        }
        var own = EmbeddedDatabase.open(settings.data(), programs(settings));
        return new BareDatabase(DatabaseAddress.of(own), own);
    }

    /// Is there a database to open: one given by URL, or one in the data folder?
    public static boolean exists(EncoursSettings settings) {
        return StringUtils.hasText(settings.databaseUrl())
                || Files.exists(settings.data().resolve("postgresql").resolve("PG_VERSION"));
    }

    static Path programs(EncoursSettings settings) {
        return Optional.ofNullable(System.getProperty("encours.postgres.binaries"))
                .map(Path::of)
                .orElseGet(() -> settings.data().resolve("programs"));
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /// Without a pool. Its connections do not bear the name of an application's.
    public PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        if (address.user() != null) {
            source.setUser(address.user());
        }
        if (address.password() != null) {
            source.setPassword(address.password());
        }
        source.setApplicationName("encours-operations");
        return source;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
