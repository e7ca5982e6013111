package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.Importer.Task;

/// A file was taken in. Published in the transaction that took it in, not for a trial.
///
/// @param read lines of the file; the others are of these
public record ImportDone(
        long companyId, long importId, int read, int created, int changed, int unchanged, int rejected) {

    static ImportDone of(Task task, Report report) {
        return new ImportDone(
                task.company().id(),
                task.importId(),
                report.read(),
                lines(report, LineOutcome.CREATED),
                lines(report, LineOutcome.CHANGED),
                lines(report, LineOutcome.UNCHANGED),
                lines(report, LineOutcome.REJECTED));
    }

    private static int lines(Report report, LineOutcome outcome) {
        return report.totals().getOrDefault(outcome, Totals.NONE).lines();
    }
}
