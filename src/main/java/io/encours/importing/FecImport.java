package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Notice;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.fec.FecFile;
import io.encours.importing.fec.FecLines;
import io.encours.importing.fec.FecScan;
import io.encours.importing.text.Amounts;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import io.encours.receivable.Ledger;
import io.encours.receivable.Ledger.Batch;
import io.encours.receivable.Ledger.Merged;
import io.encours.receivable.Source;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes a FEC in: checks it, hands its receivable lines to the ledger, accounts for every line.
final class FecImport implements Importer {

    /// Share of the progress: checking, then staging.
    private static final int CHECKED = 25;

    private static final int STAGED = 55;

    private static final int MONTHS_OF_A_YEAR = 24;

    private final Ledger ledger;

    FecImport(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Report run(Task task, Progress progress) throws IOException, Unreadable {
        var file = FecFile.open(task.file(), task.fileName());
        var size = Math.max(file.text().size(), 1);
        var company = task.company();
        var lines = FecLines.check(
                file,
                company.currency(),
                company.receivablePrefixes(),
                company.excludedPrefixes(),
                bytes -> progress.at("READING", (int) (bytes * CHECKED / size)));
        var scan = lines.scan();
        var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
        totals.put(
                LineOutcome.OTHER_ACCOUNTS,
                new Totals(scan.others(), Amounts.decimal(scan.othersDebit()), Amounts.decimal(scan.othersCredit())));
        totals.put(LineOutcome.REJECTED, Report.of(scan.rejected()));
        var notices = notices(task, file, lines);
        if (scan.anyKept()) {
            var merged = ledger.merge(
                    batch(task, file, scan),
                    sink -> lines.forEach(
                            sink, bytes -> progress.at("READING", CHECKED + (int) (bytes * (STAGED - CHECKED) / size))),
                    progress);
            merged.totals()
                    .forEach((outcome, sum) -> totals.put(
                            LineOutcome.valueOf(outcome.name()), new Totals(sum.lines(), sum.debit(), sum.credit())));
            noticesOf(merged).forEach(notices::add);
        }
        var report = new Report(scan.read(), totals, scan.rejected(), notices, detected(file, scan));
        report.verify(new Totals(scan.read(), Amounts.decimal(scan.debit()), Amounts.decimal(scan.credit())));
        return report;
    }

    private static Batch batch(Task task, FecFile file, FecScan scan) {
        return new Batch(
                task.importId(),
                task.company(),
                Source.FEC,
                task.today(),
                fiscalYear(file, scan),
                scan.firstDay(),
                scan.lastDay(),
                file.mendsRejects());
    }

    /// What the name says, when the entries agree; 0 when it says nothing.
    private static int fiscalYear(FecFile file, FecScan scan) {
        return file.closing()
                .filter(closing -> !scan.lastDay().isAfter(closing)
                        && scan.firstDay().isAfter(closing.minusMonths(MONTHS_OF_A_YEAR)))
                .map(closing -> closing.getYear())
                .orElse(0);
    }

    private static List<Notice> notices(Task task, FecFile file, FecLines lines) {
        var scan = lines.scan();
        var notices = new ArrayList<Notice>();
        if (scan.debit() != scan.credit()) {
            notices.add(Notice.of(
                    "importing.notice.unbalancedFile",
                    Amounts.decimal(scan.debit()).toPlainString(),
                    Amounts.decimal(scan.credit()).toPlainString()));
        }
        if (lines.unbalancedEntries() > 0) {
            notices.add(Notice.of("importing.notice.unbalancedEntries", lines.unbalancedEntries()));
        }
        if (scan.repaired() > 0) {
            notices.add(Notice.of("importing.notice.repaired", scan.repaired()));
        }
        scan.firstIgnoredDate()
                .ifPresent(first -> notices.add(Notice.of(
                        "importing.notice.ignoredDates",
                        scan.ignoredDates(),
                        first.line(),
                        first.column(),
                        first.value())));
        if (scan.twoSided() > 0) {
            notices.add(Notice.of("importing.notice.twoSided", scan.twoSided()));
        }
        if (scan.receivables() == 0) {
            notices.add(Notice.of(
                    "importing.notice.noReceivables",
                    String.join(", ", task.company().receivablePrefixes())));
        }
        var siren = Optional.ofNullable(task.company().siren());
        file.siren()
                .filter(found -> siren.isPresent() && !siren.get().equals(found))
                .ifPresent(found -> notices.add(Notice.of("importing.notice.otherSiren", found)));
        return notices;
    }

    private static List<Notice> noticesOf(Merged merged) {
        var notices = new ArrayList<Notice>();
        if (merged.customersCreated() > 0) {
            notices.add(Notice.of("importing.notice.customersCreated", merged.customersCreated()));
        }
        var difference = merged.openingDifference();
        if (difference.isAny()) {
            notices.add(Notice.of(
                    "importing.notice.openingDifference",
                    difference.customers(),
                    difference.total().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                    difference.examples()));
        }
        if (merged.yearMissing()) {
            notices.add(Notice.of("importing.notice.yearMissing"));
        }
        return notices;
    }

    private static Map<String, String> detected(FecFile file, FecScan scan) {
        var detected = Detected.of(file.text(), file.separator(), file.hasHeader() ? file.header() : "");
        detected.put(Detected.TRAILING, String.valueOf(file.trailing()));
        if (scan.anyKept()) {
            detected.put("from", scan.firstDay().toString());
            detected.put("to", scan.lastDay().toString());
        }
        return detected;
    }
}
