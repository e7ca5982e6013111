package io.encours.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;

/// Lets commits of the tests not wait for the disk: their database does not outlive the run. What a crash leaves is
/// tested on databases of its own, with the settings people have.
@TestConfiguration(proxyBeanMethods = false)
public class Unhurried {

    Unhurried(DSLContext db, DataSource pool) {
        notWaiting(db);
        ((HikariDataSource) pool).getHikariPoolMXBean().softEvictConnections();
    }

    /// For connections opened from now on.
    static void notWaiting(DSLContext db) {
        db.execute("alter role current_user set synchronous_commit = off");
    }
}
