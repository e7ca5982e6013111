package io.encours.worklist;

import io.encours.platform.Perishable;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long printed lists can be fetched again (Q4); the events of their items stay.
@Configuration(proxyBeanMethods = false)
class PrintoutsKept {

    private static final int A_YEAR = 12;

    @Bean
    Perishable printoutsPerish(DSLContext db) {
        return new Perishable(
                50,
                "printouts",
                "worklist.kept.printouts",
                "worklist.kept.printouts.why",
                A_YEAR,
                before -> db.fetchSingle(
                                "select count(*)::int from worklist.printout where made_at < cast(? as timestamptz)",
                                before.atOffset(ZoneOffset.UTC))
                        .get(0, Integer.class),
                before -> db.execute(
                        "delete from worklist.printout where made_at < cast(? as timestamptz)",
                        before.atOffset(ZoneOffset.UTC)));
    }
}
