package io.encours.worklist.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Notes whose plan was changed, in the transaction that changes it.
@Component
public class PlanChanges {

    /// Of more customers only the company is noted, and read again as a whole.
    static final int MANY = 5_000;

    /// A mirror that was not used for longer than this is read anew.
    static final Duration KEPT = Duration.ofDays(2);

    /// @param isLarge reading it again takes a moment
    record Written(boolean isLarge) {}

    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public PlanChanges(DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    public void note(long companyId, Long[] customerIds) {
        var isLarge = customerIds.length > MANY;
        db.execute("""
                insert into worklist.plan_change (company_id, customer_id, changed_at)
                select ?, customer_id, ?::timestamptz from unnest(?::bigint[]) changed (customer_id)
                """, companyId, now(), isLarge ? new Long[] {null} : customerIds);
        events.publishEvent(new Written(isLarge));
    }

    /// Everything of a company is read again.
    public void noteAll(long companyId) {
        db.execute(
                "insert into worklist.plan_change (company_id, customer_id, changed_at) values (?, null, ?::timestamptz)",
                companyId,
                now());
        events.publishEvent(new Written(true));
    }

    /// Takes away notes that every mirror has seen.
    public void forgetOld() {
        db.execute("delete from worklist.plan_change where changed_at < ?::timestamptz", now().minus(KEPT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
