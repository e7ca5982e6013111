package io.encours.importing.csv;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Rejected;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of an items or payments file: good ones as ledger lines, the others with what is wrong.
///
/// @param debit of all rows, in ten-thousandths
public record CsvLines(
        CsvFile file, List<StagedLine> lines, List<Rejected> rejected, int read, BigDecimal debit, BigDecimal credit) {

    /// Makes a line of a row, or nothing when the row has errors.
    @FunctionalInterface
    interface Form {
        Optional<StagedLine> line(CsvRow row);
    }

    static CsvLines read(CsvFile file, Form form, boolean amountIsCredit) throws IOException, Unreadable {
        var lines = new ArrayList<StagedLine>();
        var rejected = new ArrayList<Rejected>();
        var read = 0;
        var debit = BigDecimal.ZERO;
        var credit = BigDecimal.ZERO;
        try (var rows = file.rows()) {
            var header = true;
            for (var row : rows) {
                if (header) {
                    header = false;
                    continue;
                }
                read++;
                var checked = new CsvRow(file, row);
                var line = form.line(checked);
                var amount = Amounts.decimal(checked.amountIfAny("amount"));
                var signed = amountIsCredit ? amount.negate() : amount;
                var rowDebit = signed.signum() > 0 ? signed : BigDecimal.ZERO;
                var rowCredit = signed.signum() < 0 ? signed.negate() : BigDecimal.ZERO;
                debit = debit.add(rowDebit);
                credit = credit.add(rowCredit);
                line.ifPresentOrElse(
                        lines::add,
                        () -> rejected.add(new Rejected(
                                checked.line(), checked.raw(), rowDebit, rowCredit, List.copyOf(checked.errors()))));
            }
        }
        if (read == 0) {
            throw new Unreadable("importing.refusal.noLines");
        }
        return new CsvLines(file, lines, rejected, read, debit, credit);
    }

    public LocalDate first() {
        return lines.stream()
                .map(StagedLine::entryDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    public LocalDate last() {
        return lines.stream()
                .map(StagedLine::entryDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
