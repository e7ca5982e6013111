package io.encours.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// One data source in every mode: the database given by URL, else the embedded one.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 16;

    @Bean(destroyMethod = "close")
    @Conditional(WithoutUrl.class)
    EmbeddedDatabase embeddedDatabase(EncoursSettings settings, Optional<DatabaseStart> start) {
        return start.map(DatabaseStart::take)
                .orElseGet(() -> EmbeddedDatabase.open(settings.data(), BareDatabase.programs(settings)));
    }

    @Bean
    DataSource dataSource(EncoursSettings settings, Optional<EmbeddedDatabase> embedded) {
        var address = embedded.map(DatabaseAddress::of)
                .orElseGet(() -> DatabaseAddress.of(settings).checked());
        var pool = new HikariDataSource();
        pool.setPoolName("encours");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(true);
        // The working tables of a large import stay in memory.
        pool.setConnectionInitSql("set temp_buffers = '64MB'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "encours");
        // What the server says of a refused row holds its values, which have no place in a log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        refuseUnfinishedRestore(pool);
        return pool;
    }

    private static void refuseUnfinishedRestore(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            UnfinishedRestore.refuse(connection);
        } catch (SQLException e) {
            pool.close();
            throw new DatabaseUnavailable("The database cannot be opened: " + e.getMessage(), e);
        } catch (DatabaseUnavailable e) {
            pool.close();
            throw e;
        }
    }

    /// No database is given: the embedded one is used. A variable that is set but empty gives none.
    static final class WithoutUrl implements org.springframework.context.annotation.Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("encours.database-url"));
        }
    }
}
