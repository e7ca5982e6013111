package io.encours.worklist;

import io.encours.platform.BusinessDate;
import io.encours.platform.EncoursSettings;
import io.encours.platform.Scope;
import io.encours.testing.PlainDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/// Times of planning and of the supervisor at a size given by `-Dmeasure.items`. Not a test: run by name.
class WorklistMeasurement {

    private static final int ITEMS = Integer.getInteger("measure.items", 100_000);

    private final DSLContext db = PlainDatabase.connect();

    @Test
    void measure() {
        var company = SyntheticLedger.of(db, "BIG", ITEMS / 10, ITEMS);
        var planning = new Planning(new PlanningStore(db));
        var copy = 0L;
        var plan = 0L;
        for (var round = 0; round < 3; round++) {
            db.execute("truncate worklist.planned_action");
            plan = time("planning from nothing", () -> planning.planAll(company));
            db.execute("create table if not exists public.finished as table worklist.planned_action");
            db.execute("truncate worklist.planned_action");
            copy = time(
                    "copying the finished rows",
                    () -> db.execute("insert into worklist.planned_action table public.finished"));
        }
        System.out.println("ratio " + (double) plan / copy);
        time("planning the marked again: none", () -> planning.planDirty(company));
        time("planning everything again", () -> planning.planAll(company));
        db.execute("vacuum analyze worklist.planned_action");
        supervisor(company);
    }

    private void supervisor(long company) {
        var settings = new EncoursSettings(
                0, Path.of("."), null, null, null, LocalDate.of(2026, 11, 24), null, null, null, null, null, false);
        var today = new BusinessDate(Clock.systemUTC(), settings);
        var supervisor = new Supervisor(new CustomerGroups(db), new ActionGroups(db), new ActionRows(db), today);
        var everyone = new Scope(1, Set.of(company), Scope.Portfolio.EVERYONE);
        var agentId = db.fetchSingle("select id from identity.app_user where login = 'agent3'")
                .into(long.class);
        var own = new Scope(agentId, Set.of(company), Scope.Portfolio.OWN);
        var dueFilter = Filter.NONE.until(LocalDate.of(2026, 11, 24));
        var sparse = new Filter(
                null, null, null, null, new java.math.BigDecimal("6590"), null, null, null, null, null, null, null);
        var named = new Filter(null, null, "garage 0a", null, null, null, null, null, null, null, null, null);
        var byType = new Filter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(io.encours.strategy.ActionType.PHONE),
                null);
        record Named(String name, Scope scope, Filter filter) {}
        for (var each : java.util.List.of(
                new Named("all", everyone, Filter.NONE),
                new Named("due", everyone, dueFilter),
                new Named("own", own, Filter.NONE),
                new Named("own due", own, dueFilter),
                new Named("sparse", everyone, sparse),
                new Named("phone", everyone, byType),
                new Named("named", everyone, named))) {
            for (var presentation : Presentation.values()) {
                var groups = supervisor.groups(each.scope, each.filter, presentation, null, 50);
                time(
                        each.name + " groups " + presentation,
                        () -> supervisor
                                .groups(each.scope, each.filter, presentation, null, 50)
                                .items()
                                .size());
                if (!groups.items().isEmpty()) {
                    var key = groups.items().getFirst().key();
                    time(
                            each.name + " rows of " + key,
                            () -> supervisor
                                    .rows(each.scope, each.filter, presentation, key, null, 100)
                                    .items()
                                    .size());
                }
            }
            time(each.name + " totals", () -> supervisor.totals(each.scope, each.filter));
        }
    }

    private static long time(String name, Supplier<Object> work) {
        Object result = null;
        var best = Long.MAX_VALUE;
        for (var round = 0;
                round < (name.contains(" ") && !name.startsWith("planning") && !name.startsWith("copying") ? 5 : 1);
                round++) {
            var start = System.nanoTime();
            result = work.get();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%9.1f ms  %-45s %s%n", best / 1e6, name, result);
        return best;
    }
}
