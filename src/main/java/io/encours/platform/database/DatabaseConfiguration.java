package io.encours.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One data source in every mode: the database given by URL, else the embedded one.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 16;

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "encours.database-url", matchIfMissing = true, havingValue = "\u0000none")
    EmbeddedDatabase embeddedDatabase(EncoursSettings settings) {
        var programs = Optional.ofNullable(System.getProperty("encours.postgres.binaries"))
                .map(Path::of)
                .orElseGet(() -> settings.data().resolve("programs"));
        return EmbeddedDatabase.open(settings.data(), programs);
    }

    @Bean
    DataSource dataSource(EncoursSettings settings, Optional<EmbeddedDatabase> embedded) {
        var pool = new HikariDataSource();
        pool.setPoolName("encours");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(true);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "encours");
        if (embedded.isPresent()) {
            pool.setJdbcUrl(embedded.get().jdbcUrl());
            pool.setUsername(embedded.get().user());
            pool.setPassword(embedded.get().secret());
        } else {
            pool.setJdbcUrl(settings.databaseUrl());
            pool.setUsername(settings.databaseUser());
            pool.setPassword(settings.databasePassword());
        }
        return pool;
    }
}
