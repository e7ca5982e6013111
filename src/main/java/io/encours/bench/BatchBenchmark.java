package io.encours.bench;

import io.encours.correspondence.letter.Letters;
import io.encours.platform.RowId;
import io.encours.worklist.BatchResult;
import io.encours.worklist.Batches;
import io.encours.worklist.Filter;
import io.encours.worklist.PlanningRuns;
import io.encours.worklist.Presentation;
import io.encours.worklist.Remark;
import io.encours.worklist.Ticked;
import io.encours.worklist.Ticked.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Validating 10 000 actions at once with the e-mails and letters they make, beside the bare insertion of their
/// decisions and events.
final class BatchBenchmark implements Benchmark {

    private static final int ACTIONS = 10_000;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var company = OpenItems.company(bed, size);
        bed.bean(PlanningRuns.class).planAll(company.id());
        var db = bed.db();
        var lines = db.fetch("""
            select customer_id, item_id, occurrence from worklist.planned_action
            where company_id = ? and code is not null order by item_id limit ?
            """, company.id(), ACTIONS)
                .map(row -> new Line(
                        new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class), null));
        db.execute("create schema if not exists bench");
        db.execute("drop table if exists bench.done, bench.event, bench.concerned");
        db.execute("create table bench.done (like worklist.done_action including all)");
        db.execute("create table bench.event (like timeline.event including all)");
        db.execute("create table bench.concerned (like timeline.event_item including all)");
        var user = bed.administrator();
        var ticked = new Ticked(Filter.NONE, Presentation.CUSTOMER, lines, List.of(), false);
        var batches = new Samples();
        var bare = new Samples();
        for (var run = -1; run < Benchmark.runs(size); run++) {
            var isWarmUp = run < 0;
            bed.settle();
            var results = new ArrayList<BatchResult>();
            (isWarmUp ? new Samples() : batches)
                    .time(() ->
                            results.add(bed.bean(Batches.class).validate(user, bed.everything(), ticked, Remark.NONE)));
            if (results.getFirst().done() != lines.size()) {
                throw new IllegalStateException(
                        "Left out: " + results.getFirst().reasons());
            }
            var batch = Objects.requireNonNull(results.getFirst().id());
            // The next run does not pay for the pages of this one.
            bed.bean(Letters.class)
                    .draw(
                            bed.everything(),
                            db.fetch("""
                                    select customer_id, id from correspondence.letter
                                    where company_id = ? and cancelled_at is null
                                    """, company.id())
                                    .map(row -> new RowId(row.get(0, Long.class), row.get(1, Long.class))));
            db.execute("truncate bench.done, bench.event, bench.concerned");
            bed.settle();
            (isWarmUp ? new Samples() : bare).time(() -> {
                db.execute("insert into bench.done select * from worklist.done_action where batch_id = ?", batch);
                db.execute("""
                    insert into bench.event select e.* from timeline.event e
                    join worklist.done_action d on d.customer_id = e.customer_id and d.event_id = e.id where d.batch_id = ?
                    """, batch);
                db.execute("""
                    insert into bench.concerned select e.* from timeline.event_item e
                    join worklist.done_action d on d.customer_id = e.customer_id and d.event_id = e.event_id
                    where d.batch_id = ?
                    """, batch);
            });
            bed.bean(Batches.class).undo(user, bed.everything(), batch);
        }
        return List.of(Measurement.of(name(), lines.size(), batches, bare));
    }
}
