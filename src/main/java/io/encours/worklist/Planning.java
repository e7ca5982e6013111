package io.encours.worklist;

import io.encours.company.CalendarChanged;
import io.encours.customer.CustomersChanged;
import io.encours.receivable.LedgerChanged;
import io.encours.strategy.AssignmentsChanged;
import io.encours.strategy.StrategyChanged;
import io.encours.worklist.mirror.PlanChanges;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps `worklist.planned_action` right: one row for every open item, as `NextAction` decides (decision 0005).
///
/// Whoever changes a fact publishes it, and the touched customers are planned in the same transaction. Facts of many
/// customers at a time may be marked only; the night plans what is marked. Planning again without a change writes
/// nothing.
@Service
public class Planning {

    /// @param planned open items of the company, each with its next action or the reason why there is none
    /// @param changed of these, written now
    /// @param unchanged the others
    /// @param removed plans of items that are no longer open
    public record Counts(int planned, int changed, int unchanged, int removed) {}

    /// Customers with neighbouring ids.
    ///
    /// @param from id of the first
    /// @param to id of the last
    public record Share(long from, long to) {

        static final Share WHOLE = new Share(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private final PlanningStore store;
    private final PlanChanges changes;

    Planning(PlanningStore store, PlanChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /// Plans these customers now.
    @Transactional
    public void planCustomers(long companyId, Collection<Long> customerIds) {
        var ids = customerIds.toArray(Long[]::new);
        store.mark(companyId, ids);
        store.unmark(ids);
        store.removePlansOfClosedItems(ids);
        plan(ids);
        // Also when no line of theirs differs: the name or the agent may.
        changes.note(companyId, ids);
    }

    /// Has these customers planned by the next run.
    @Transactional
    public void mark(long companyId, Collection<Long> customerIds) {
        store.mark(companyId, customerIds.toArray(Long[]::new));
    }

    /// Plans the customers that are marked, with what the caller's transaction wrote; outside of one see
    /// `PlanningRuns`.
    @Transactional
    public Counts planDirty(long companyId) {
        var counts = planShare(companyId, Share.WHOLE);
        var planned = store.countPlanned(companyId);
        return new Counts(planned, counts.changed(), planned - counts.changed(), counts.removed());
    }

    /// Plans those of a share that are marked; of the counts only `changed` and `removed` are said.
    @Transactional
    public Counts planShare(long companyId, Share share) {
        var ids = store.unmark(companyId, share);
        var removed = store.removePlansOfClosedItems(ids);
        var changed = plan(ids);
        if (removed + changed > 0) {
            changes.note(companyId, ids);
        }
        return new Counts(0, changed, 0, removed);
    }

    /// Measured, for whoever watches the installation: `encours_planning_seconds`, `encours_planning_rows_total`.
    private int plan(Long[] customerIds) {
        var sample = Timer.start();
        var changed = store.plan(customerIds);
        sample.stop(Metrics.timer("encours.planning"));
        Metrics.counter("encours.planning.rows").increment(changed);
        return changed;
    }

    /// Has every customer of the company planned by the next run.
    @Transactional
    public void markAll(long companyId) {
        store.markAll(companyId);
    }

    /// Plans who follows, or followed, a strategy that was changed.
    @EventListener
    void planTouched(StrategyChanged change) {
        for (var companyId : change.companyIds()) {
            store.markFollowers(companyId, change.code(), change.concernsDefault());
            planDirty(companyId);
        }
    }

    /// Every day of the plan may be another one.
    @EventListener
    void planTouched(CalendarChanged change) {
        markAll(change.companyId());
        planDirty(change.companyId());
    }

    @EventListener
    void planTouched(AssignmentsChanged change) {
        planCustomers(change.companyId(), change.customerIds());
    }

    @EventListener
    void planTouched(LedgerChanged change) {
        planCustomers(change.companyId(), change.customerIds());
    }

    @EventListener
    void planTouched(CustomersChanged change) {
        planCustomers(change.companyId(), change.customerIds());
    }
}
