package io.encours.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.EmbeddedDatabase;
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
    EmbeddedDatabase embeddedDatabase(EncoursSettings settings) {
        return EmbeddedDatabase.open(settings.data(), BareDatabase.programs(settings));
    }

    @Bean
    DataSource dataSource(EncoursSettings settings, Optional<EmbeddedDatabase> embedded) {
        var address = embedded.map(DatabaseAddress::of)
                .orElseGet(() -> DatabaseAddress.of(settings).checked());
        address.refuseUnfinishedRestore();
        var pool = new HikariDataSource();
        pool.setPoolName("encours");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(true);
        // The working tables of a large import stay in memory.
        pool.setConnectionInitSql("set temp_buffers = '64MB'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "encours");
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        return pool;
    }

    /// No database is given: the embedded one is used. A variable that is set but empty gives none.
    static final class WithoutUrl implements org.springframework.context.annotation.Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("encours.database-url"));
        }
    }
}
