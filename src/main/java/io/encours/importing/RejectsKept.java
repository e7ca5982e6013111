package io.encours.importing;

import io.encours.platform.Perishable;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long rejected lines of files can be fetched (Q4); the counts of the import stay. Files themselves are not kept.
@Configuration(proxyBeanMethods = false)
class RejectsKept {

    private static final int A_YEAR = 12;

    private static final String OLD = """
            importing.import_reject j using importing.import_run r
            where r.id = j.import_id and r.finished_at < cast(? as timestamptz)
            """;

    @Bean
    Perishable rejectsPerish(DSLContext db) {
        return new Perishable(
                60,
                "rejects",
                "importing.kept.rejects",
                "importing.kept.rejects.why",
                A_YEAR,
                before -> db.fetchSingle("""
                                select count(*)::int from importing.import_reject j
                                join importing.import_run r on r.id = j.import_id where r.finished_at < cast(? as timestamptz)
                                """, before.atOffset(ZoneOffset.UTC)).get(0, Integer.class),
                before -> db.execute("delete from " + OLD, before.atOffset(ZoneOffset.UTC)));
    }
}
