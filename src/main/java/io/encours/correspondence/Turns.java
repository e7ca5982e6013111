package io.encours.correspondence;

import java.util.Collection;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// One at a time writes to a customer: of two clicks, or two people at once, the second sees what the first has made.
@Component
public class Turns {

    private final DSLContext db;

    Turns(DSLContext db) {
        this.db = db;
    }

    /// Until the end of the transaction; whoever writes to one of these customers meanwhile waits. In the order of
    /// their ids, so that two wait for one another and never for each other. Taking them again costs nothing.
    public void take(Collection<Long> customerIds) {
        var ids = customerIds.stream().distinct().sorted().toArray(Long[]::new);
        db.execute("""
                select count(pg_advisory_xact_lock(hashtextextended('correspondence ' || customer_id, 0)))
                from (select unnest(?) as customer_id offset 0) each
                """, (Object) ids);
    }
}
