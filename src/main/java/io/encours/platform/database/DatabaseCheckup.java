package io.encours.platform.database;

import io.encours.platform.Checkup;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The database answers, and its tables are those of this version.
@Component
class DatabaseCheckup implements Checkup {

    private static final String NAME = "database";

    private final DSLContext db;
    private final Flyway flyway;

    DatabaseCheckup(DSLContext db, Flyway flyway) {
        this.db = db;
        this.flyway = flyway;
    }

    @Override
    public Finding look() {
        var version = db.fetchSingle("show server_version").into(String.class);
        var applied = flyway.info().applied().length;
        var pending = flyway.info().pending().length;
        return pending == 0
                ? Finding.sound(NAME, "platform.doctor.database", version, applied)
                : Finding.broken(NAME, "platform.doctor.pending", version, pending);
    }
}
