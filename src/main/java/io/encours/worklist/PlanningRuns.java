package io.encours.worklist;

import io.encours.platform.SideBySide;
import io.encours.worklist.Planning.Counts;
import io.encours.worklist.Planning.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Plans a whole company: by night, and when somebody asks. Called outside of a transaction.
///
/// Many customers are planned in shares side by side, each in a transaction of its own: no customer's plan depends on
/// another's. When a share fails the others are kept, and its marks stay for the next run.
@Service
public class PlanningRuns {

    /// More would take the database from those who work in it.
    private static final int MOST_SHARES = 4;

    private final Planning planning;
    private final PlanningStore store;
    private final int leastShare;

    @Autowired
    PlanningRuns(Planning planning, PlanningStore store) {
        this(planning, store, 2_000);
    }

    /// @param leastShare customers; fewer are not worth a share of their own
    PlanningRuns(Planning planning, PlanningStore store, int leastShare) {
        this.planning = planning;
        this.store = store;
        this.leastShare = leastShare;
    }

    /// Plans every customer of the company, whatever is marked.
    public Counts planAll(long companyId) {
        planning.markAll(companyId);
        return planDirty(companyId);
    }

    /// Plans the customers that are marked.
    public Counts planDirty(long companyId) {
        var shares = shares(store.marked(companyId));
        if (shares.size() == 1) {
            return planning.planDirty(companyId);
        }
        var work = shares.stream()
                .map(share -> (Callable<Counts>) () -> planning.planShare(companyId, share))
                .toList();
        var removed = 0;
        var changed = 0;
        for (var counts : SideBySide.all(work)) {
            removed += counts.removed();
            changed += counts.changed();
        }
        var planned = store.countPlanned(companyId);
        return new Counts(planned, changed, planned - changed, removed);
    }

    /// Neighbours stay together: each share writes to its own part of the index.
    private List<Share> shares(long[] customers) {
        var most = Math.min(MOST_SHARES, Runtime.getRuntime().availableProcessors());
        var count = Math.clamp(customers.length / leastShare, 1, most);
        var shares = new ArrayList<Share>();
        for (var number = 0; number < count; number++) {
            shares.add(new Share(
                    number == 0 ? Long.MIN_VALUE : customers[cut(customers, number, count)],
                    number == count - 1 ? Long.MAX_VALUE : customers[cut(customers, number + 1, count)] - 1));
        }
        return shares;
    }

    private static int cut(long[] customers, int number, int count) {
        return Math.toIntExact((long) customers.length * number / count);
    }
}
