package io.encours.bench;

import io.encours.worklist.PlanningRuns;
import java.util.List;

/// Planning open items: all of them from nothing, and again when nothing changed.
final class PlanningBenchmark implements Benchmark {

    @Override
    public String name() {
        return "planning";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var company = OpenItems.company(bed, size);
        var planning = bed.bean(PlanningRuns.class);
        var db = bed.db();
        db.execute("create schema if not exists bench");
        db.execute("drop table if exists bench.plan");
        db.execute("create table bench.plan (like worklist.planned_action including all)");
        var first = new Samples();
        var again = new Samples();
        var copies = new Samples();
        for (var run = -1; run < Benchmark.runs(size); run++) {
            var isWarmUp = run < 0;
            db.execute("truncate worklist.planned_action");
            bed.settle();
            (isWarmUp ? new Samples() : first).time(() -> planning.planAll(company.id()));
            (isWarmUp ? new Samples() : again).time(() -> planning.planDirty(company.id()));
            db.execute("truncate bench.plan");
            bed.settle();
            (isWarmUp ? new Samples() : copies)
                    .time(() -> db.execute("insert into bench.plan select * from worklist.planned_action"));
        }
        return List.of(
                Measurement.of(name(), size, first, copies), Measurement.of("planning-again", size, again, first));
    }
}
