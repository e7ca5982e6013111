package io.encours.platform.database;

import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL server is reached, and as whom.
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final int OLDEST_VERSION = 16;

    /// From `ENCOURS_DATABASE_URL`: a JDBC URL, or the form other programs use,
    /// `postgresql://user:password@host:port/name`.
    static DatabaseAddress of(EncoursSettings settings) {
        var url = Objects.requireNonNull(settings.databaseUrl()).strip();
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url, settings.databaseUser(), settings.databasePassword());
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new DatabaseUnavailable(
                    "ENCOURS_DATABASE_URL is not the address of a PostgreSQL database, which is written"
                            + " jdbc:postgresql://host:5432/name or postgresql://user:password@host:5432/name.",
                    null);
        }
        var uri = URI.create(url);
        var person = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                person.length > 0 ? decoded(person[0]) : settings.databaseUser(),
                person.length > 1 ? decoded(person[1]) : settings.databasePassword());
    }

    static DatabaseAddress of(EmbeddedDatabase own) {
        return new DatabaseAddress(own.jdbcUrl(), own.user(), own.secret());
    }

    /// This address, after the server there was found to answer and to be recent enough.
    ///
    /// @throws DatabaseUnavailable with a sentence for the person who gave the address
    DatabaseAddress checked() {
        try (var connection = connect()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseUnavailable(
                        "The database server is PostgreSQL " + version + "; Encours needs PostgreSQL " + OLDEST_VERSION
                                + " or later.",
                        null);
            }
            return this;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database of ENCOURS_DATABASE_URL cannot be opened: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", "20");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without the password, which also may stand in the URL.
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("\\?.*", "");
    }
}
