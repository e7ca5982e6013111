package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Notice;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.layout.Columns;
import io.encours.importing.layout.Grids;
import io.encours.importing.layout.Reading;
import io.encours.importing.rows.LineRows;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import io.encours.receivable.Ledger;
import io.encours.receivable.Ledger.Batch;
import io.encours.receivable.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.IntConsumer;

/// Takes an items or payments file in: its rows become ledger lines, so that all balances work the same.
final class LinesImport implements Importer {

    /// Share of the progress: checking, then staging.
    private static final int CHECKED = 25;

    private static final int STAGED = 55;

    /// Checks the rows of the kind.
    @FunctionalInterface
    interface Check {
        LineRows check(Columns columns, String currency, IntConsumer progress) throws IOException, Unreadable;
    }

    private final Ledger ledger;
    private final Source source;
    private final Check check;

    LinesImport(Ledger ledger, Source source, Check check) {
        this.ledger = ledger;
        this.source = source;
        this.check = check;
    }

    @Override
    public Report run(Task task, Progress progress) throws IOException, Unreadable {
        progress.at("READING", 0);
        try (var grids = Grids.open(task.file())) {
            var columns = task.reading().columns(grids);
            var read = check.check(
                    columns, task.company().currency(), percent -> progress.at("READING", percent * CHECKED / 100));
            var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
            totals.put(LineOutcome.REJECTED, Report.of(read.rejected()));
            var notices = notices(columns, task.reading());
            if (read.first().isPresent()) {
                merge(task, read, totals, notices, progress);
            }
            var report = new Report(
                    read.read(),
                    totals,
                    read.rejected(),
                    notices,
                    columns.table().detected());
            report.verify(new Totals(read.read(), read.debit(), read.credit()));
            return report;
        }
    }

    private void merge(
            Task task, LineRows read, EnumMap<LineOutcome, Totals> totals, List<Notice> notices, Progress progress)
            throws IOException, Unreadable {
        if (task.fullAsOf() != null && !read.rejected().isEmpty()) {
            throw new Unreadable(
                    "importing.refusal.listWithRejects",
                    String.valueOf(read.rejected().size()));
        }
        var merged = ledger.merge(
                new Batch(
                        task.importId(),
                        task.company(),
                        source,
                        task.today(),
                        0,
                        read.first().orElseThrow(),
                        read.last().orElseThrow(),
                        false),
                task.fullAsOf(),
                sink -> read.forEach(
                        sink, percent -> progress.at("READING", CHECKED + percent * (STAGED - CHECKED) / 100)),
                progress);
        merged.totals()
                .forEach((outcome, sum) -> totals.put(
                        LineOutcome.valueOf(outcome.name()), new Totals(sum.lines(), sum.debit(), sum.credit())));
        if (merged.customersCreated() > 0) {
            notices.add(Notice.of("importing.notice.customersCreated", merged.customersCreated()));
        }
    }

    /// How the columns were understood.
    static List<Notice> notices(Columns columns, Reading reading) {
        var notices = new ArrayList<Notice>();
        if (!reading.mapping().isEmpty()) {
            notices.add(Notice.of("importing.notice.mapping", reading.mapping()));
        }
        if (!columns.unused().isEmpty()) {
            notices.add(Notice.of("importing.notice.unknownColumns", String.join(", ", columns.unused())));
        }
        return notices;
    }
}
