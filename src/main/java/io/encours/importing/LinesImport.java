package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Notice;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.csv.CsvLines;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import io.encours.receivable.Ledger;
import io.encours.receivable.Ledger.Batch;
import io.encours.receivable.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Takes an items or payments file in: its rows become ledger lines, so that all balances work the same.
final class LinesImport implements Importer {

    /// Reads the rows of the kind.
    @FunctionalInterface
    interface Reading {
        CsvLines read(Path file, String currency) throws IOException, Unreadable;
    }

    private final Ledger ledger;
    private final Source source;
    private final Reading reading;

    LinesImport(Ledger ledger, Source source, Reading reading) {
        this.ledger = ledger;
        this.source = source;
        this.reading = reading;
    }

    @Override
    public Report run(Task task, Progress progress) throws IOException, Unreadable {
        progress.at("READING", 5);
        var read = reading.read(task.file(), task.company().currency());
        var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
        totals.put(LineOutcome.REJECTED, Report.of(read.rejected()));
        var notices = new ArrayList<>(unknownColumns(read.file().unknown()));
        if (!read.lines().isEmpty()) {
            var merged = ledger.merge(
                    new Batch(task.importId(), task.company(), source, task.today(), 0, read.first(), read.last()),
                    read.lines()::forEach,
                    progress);
            merged.totals()
                    .forEach((outcome, sum) -> totals.put(
                            LineOutcome.valueOf(outcome.name()), new Totals(sum.lines(), sum.debit(), sum.credit())));
            if (merged.customersCreated() > 0) {
                notices.add(Notice.of("importing.notice.customersCreated", merged.customersCreated()));
            }
        }
        var file = read.file();
        var report = new Report(
                read.read(),
                totals,
                read.rejected(),
                notices,
                Detected.of(file.text(), file.separator(), file.header()));
        report.verify(new Totals(read.read(), read.debit(), read.credit()));
        return report;
    }

    static List<Notice> unknownColumns(List<String> unknown) {
        return unknown.isEmpty()
                ? List.of()
                : List.of(Notice.of("importing.notice.unknownColumns", String.join(", ", unknown)));
    }
}
