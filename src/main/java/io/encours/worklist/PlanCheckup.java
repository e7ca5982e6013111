package io.encours.worklist;

import io.encours.platform.Checkup;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Every open item is planned exactly once, and nothing else is. Customers that wait for planning do not count.
@Component
class PlanCheckup implements Checkup {

    private static final String NAME = "plan";

    private final DSLContext db;

    PlanCheckup(DSLContext db) {
        this.db = db;
    }

    @Override
    public Finding look() {
        var planned =
                db.fetchSingle("select count(*) from worklist.planned_action").into(long.class);
        var wrong = db.fetchSingle("""
                with open as (
                    select customer_id, id as item_id from receivable.open_item where settled_on is null
                ), either as (
                    select coalesce(o.customer_id, p.customer_id) as customer_id
                    from open o full join worklist.planned_action p using (customer_id, item_id)
                    where o.item_id is null or p.item_id is null
                )
                select count(*) from either e
                where not exists (select from worklist.dirty_customer d where d.customer_id = e.customer_id)
                """).into(long.class);
        return wrong == 0
                ? Finding.sound(NAME, "worklist.doctor.planned", planned)
                : Finding.broken(NAME, "worklist.doctor.wrong", wrong);
    }
}
