package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Notice;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.text.Rejected;
import java.util.List;
import java.util.Map;

/// What an import did with every line of its file.
///
/// @param detected what the file turned out to be
record Report(
        int read,
        Map<LineOutcome, Totals> totals,
        List<Rejected> rejected,
        List<Notice> notices,
        Map<String, String> detected) {

    /// @throws IllegalStateException when a line or a cent got lost: a bug, and nothing is kept
    void verify(Totals file) {
        var sum = totals.entrySet().stream()
                .filter(entry -> entry.getKey().isOfFile())
                .map(Map.Entry::getValue)
                .reduce(Totals.NONE, Totals::plus);
        if (sum.lines() != file.lines()
                || sum.debit().compareTo(file.debit()) != 0
                || sum.credit().compareTo(file.credit()) != 0) {
            throw new IllegalStateException("Lines read " + file + ", accounted for " + sum);
        }
    }

    static Totals of(List<Rejected> rejected) {
        return rejected.stream()
                .map(line -> new Totals(1, line.debit(), line.credit()))
                .reduce(Totals.NONE, Totals::plus);
    }
}
