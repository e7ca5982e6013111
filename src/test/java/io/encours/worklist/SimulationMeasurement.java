package io.encours.worklist;

import io.encours.platform.BusinessCalendar;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.testing.PlainDatabase;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/// Time of a simulation of every item, at a size given by `-Dmeasure.items`. Not a test: run by name.
class SimulationMeasurement {

    private static final int ITEMS = Integer.getInteger("measure.items", 100_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final DSLContext db = PlainDatabase.connect();

    @Test
    void measure() {
        var company = SyntheticLedger.of(db, "SIMULATION", ITEMS / 10, ITEMS);
        PlanFixture.planning(db).markAll(company);
        PlanFixture.planning(db).planDirty(company);
        var sequence = IntStream.of(-5, 5, 12, 25, 40)
                .mapToObj(SimulationMeasurement::step)
                .toList();
        var scope = new Scope(1, Set.of(company), Scope.Portfolio.EVERYONE);
        for (var round = 0; round < 4; round++) {
            var start = System.nanoTime();
            var crowds = new SimulationStore(db).crowds(scope, company, null, sequence);
            var read = System.nanoTime();
            var tally = new SimulationTally(TODAY, TODAY.plusDays(59), "EUR");
            crowds.forEach(crowd -> Simulations.walk(crowd, sequence, BusinessCalendar.FRANCE, 5, tally));
            var result = tally.result(new SimulationStore(db)::agents);
            System.out.printf(
                    "read %.0f ms, walked %.0f ms: %d items in %d crowds, %d actions%n",
                    (read - start) / 1e6,
                    (System.nanoTime() - read) / 1e6,
                    result.items(),
                    crowds.size(),
                    result.actions());
        }
    }

    private static StrategyAction step(int delay) {
        return new StrategyAction(
                "D" + delay,
                "Jour " + delay,
                ActionType.EMAIL,
                Purpose.REMINDER,
                delay,
                Anchor.DUE_DATE,
                null,
                null,
                Stage.AMICABLE,
                Mode.MANUAL,
                false,
                null,
                null,
                false);
    }
}
