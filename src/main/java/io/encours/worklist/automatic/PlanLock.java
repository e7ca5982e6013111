package io.encours.worklist.automatic;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The lock that whoever decides on items takes first.
@Component
class PlanLock {

    private final DSLContext db;

    PlanLock(DSLContext db) {
        this.db = db;
    }

    /// Locks the plan of these customers, as whoever decides on their items does. In this order always, that of
    /// two who want some of the same one waits.
    void hold(Long[] customers) {
        db.execute("""
                select from worklist.planned_action where customer_id = any (?) order by customer_id, item_id for update
                """, (Object) customers);
    }
}
