package io.encours.worklist;

import io.encours.platform.Paging;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyChanged;
import io.encours.testing.PlainDatabase;
import io.encours.worklist.StrategyPreview.Today;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/// Time of a preview that moves every item, at a size given by `-Dmeasure.items`. Not a test: run by name.
class StrategyPreviewMeasurement {

    private static final int ITEMS = Integer.getInteger("measure.items", 100_000);

    private final DSLContext db = PlainDatabase.connect();

    @Test
    void measure() {
        var company = SyntheticLedger.of(db, "PREVIEW", ITEMS / 10, ITEMS);
        PlanFixture.runs(db).planAll(company);
        for (var round = 0; round < 4; round++) {
            preview(company);
        }
    }

    private void preview(long company) {
        db.transaction(transaction -> {
            var inside = transaction.dsl();
            var store = new StrategyPreviewStore(inside, new PlanningStore(inside));
            var start = System.nanoTime();
            store.keepActions();
            inside.execute("update strategy.strategy_action set delay = delay + 2, mode = 'AUTOMATIC'");
            store.plan(store.followers(
                    new Scope(1, Set.of(company), Scope.Portfolio.EVERYONE),
                    new StrategyChanged("STANDARD", true, Set.of(company))));
            var planned = System.nanoTime();
            var change = store.compare(List.of(new Today(company, LocalDate.of(2026, 11, 24))), new Paging(null, null));
            System.out.printf(
                    "planned %.0f ms, compared %.0f ms: %d moved, tonight %s%n",
                    (planned - start) / 1e6,
                    (System.nanoTime() - planned) / 1e6,
                    change.itemsMoved(),
                    change.tonight());
            inside.execute("drop table action_now, plan_then, moved");
            inside.execute("update strategy.strategy_action set delay = delay - 2, mode = 'MANUAL'");
        });
    }
}
