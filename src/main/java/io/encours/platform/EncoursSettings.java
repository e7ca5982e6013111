package io.encours.platform;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The environment of spec/api.md (`ENCOURS_DATA` …).
///
/// @param data folder of the embedded database and of files
/// @param databaseUrl JDBC URL of a PostgreSQL 16 or later; null: the embedded one
/// @param databaseUser only with `databaseUrl`, when the URL does not say
/// @param databasePassword the same
/// @param today fixed business date; null: the calendar's
/// @param adminPassword of the first administrator; null: a one-time link is printed
/// @param apiToken value of an API token of the administrator; null: none
/// @param baseUrl address the application is reached at from outside; null: http://localhost and the port
/// @param smtpUrl `smtp://user:password@host:port` of the outgoing mail server; null: no mail goes out
/// @param breachedPasswords sorted list `SHA-1:COUNT` of passwords that are refused; null: none
/// @param demo the demonstration companies are wanted
@ConfigurationProperties("encours")
public record EncoursSettings(
        @DefaultValue("8080") int port,
        @DefaultValue("data") Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable LocalDate today,
        @Nullable String adminPassword,
        @Nullable String apiToken,
        @Nullable String baseUrl,
        @Nullable String smtpUrl,
        @Nullable Path breachedPasswords,
        @DefaultValue("false") boolean demo) {

    public String address() {
        return baseUrl != null ? baseUrl : "http://localhost:" + port;
    }
}
