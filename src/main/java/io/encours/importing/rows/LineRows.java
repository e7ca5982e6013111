package io.encours.importing.rows;

import io.encours.importing.layout.Columns;
import io.encours.importing.text.Rejected;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The rows of an items or payments file, read twice: first every row is checked and added up and only the bad ones are
/// kept, then the good ones are handed on as ledger lines. So a million rows cost no memory.
public final class LineRows {

    /// Beyond so many rows that cannot be read, the file is something else.
    static final int MOST_REJECTS = 100_000;

    /// Makes a line of a row, or nothing when the row has errors.
    @FunctionalInterface
    interface Form {
        Optional<StagedLine> line(RowReader row);
    }

    private final Columns columns;
    private final Form form;
    private final List<Rejected> rejected = new ArrayList<>();
    private final BitSet rejectedLines = new BitSet();
    private int read;
    private BigDecimal debit = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private LineRows(Columns columns, Form form) {
        this.columns = columns;
        this.form = form;
    }

    /// @param progress told the share read, in percent
    static LineRows check(Columns columns, Form form, IntConsumer progress) throws IOException, Unreadable {
        var checked = new LineRows(columns, form);
        FirstReading.of(columns, checked::add, progress);
        return checked;
    }

    private void add(RowReader row) throws Unreadable {
        read++;
        var line = form.line(row);
        var signed = row.debitLessCredit();
        var rowDebit = signed.max(BigDecimal.ZERO);
        var rowCredit = signed.negate().max(BigDecimal.ZERO);
        debit = debit.add(rowDebit);
        credit = credit.add(rowCredit);
        if (line.isEmpty()) {
            reject(row, rowDebit, rowCredit);
            return;
        }
        var day = line.get().entryDate();
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
    }

    private void reject(RowReader row, BigDecimal rowDebit, BigDecimal rowCredit) throws Unreadable {
        rejected.add(new Rejected(row.line(), row.raw(), rowDebit, rowCredit, List.copyOf(row.errors())));
        rejectedLines.set(row.line());
        if (rejected.size() > MOST_REJECTS) {
            throw new Unreadable("importing.refusal.tooManyRejects", String.valueOf(MOST_REJECTS));
        }
    }

    /// The good rows, in the order of the file.
    public void forEach(Consumer<StagedLine> sink, IntConsumer progress) throws IOException {
        var given = 0;
        try (var rows = columns.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (!rejectedLines.get(row.line())) {
                    sink.accept(form.line(new RowReader(columns, row)).orElseThrow());
                }
                if ((++given & 0xFFF) == 0) {
                    progress.accept(rows.percent());
                }
            }
        }
    }

    public Columns columns() {
        return columns;
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public int read() {
        return read;
    }

    public BigDecimal debit() {
        return debit;
    }

    public BigDecimal credit() {
        return credit;
    }

    /// Earliest day of the good rows; none without any.
    public Optional<LocalDate> first() {
        return Optional.ofNullable(first);
    }

    public Optional<LocalDate> last() {
        return Optional.ofNullable(last);
    }
}
