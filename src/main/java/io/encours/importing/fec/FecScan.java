package io.encours.importing.fec;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.text.LineReader;
import io.encours.importing.text.Rejected;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// First reading of a FEC: every line is checked and counted, every entry is known by the accounts it has. Nothing is
/// kept of a line but what tells the nature of the receivable ones, so a million lines cost a few megabytes.
public final class FecScan {

    /// Beyond so many lines that cannot be read, the file is something else.
    private static final int MOST_REJECTS = 100_000;

    private static final List<FecColumn> DATES_OF_RECEIVABLES =
            List.of(FecColumn.PIECE_DATE, FecColumn.DATE_LET, FecColumn.DUE_DATE);

    /// A date that could not be read and that the line can do without.
    public record IgnoredDate(int line, String column, String value) {}

    private final FecFile file;
    private final ReceivableAccounts accounts;
    private final Entries entries = new Entries();
    private final Journals journals = new Journals();
    private final List<Rejected> rejected = new ArrayList<>();
    private final BitSet rejectedLines = new BitSet();
    private int read;
    private int others;
    private int receivables;
    private int repaired;
    private int twoSided;
    private int ignoredDates;
    private @Nullable IgnoredDate firstIgnored;
    private long debit;
    private long credit;
    private long othersDebit;
    private long othersCredit;
    private int firstDate = Integer.MAX_VALUE;
    private int lastDate;

    private FecScan(FecFile file, ReceivableAccounts accounts) {
        this.file = file;
        this.accounts = accounts;
    }

    /// @param progress told the bytes read so far, now and then
    static FecScan of(FecFile file, ReceivableAccounts accounts, LongConsumer progress) throws IOException, Unreadable {
        var scan = new FecScan(file, accounts);
        try (var reader = file.read()) {
            while (reader.next()) {
                scan.add(reader);
                if ((scan.read & 0x3FFF) == 0) {
                    progress.accept(reader.bytesRead());
                }
            }
        } catch (LineReader.TooLong e) {
            throw new Unreadable("importing.refusal.longLine", String.valueOf(e.line()));
        }
        if (scan.read == 0) {
            throw new Unreadable("importing.refusal.noLines");
        }
        return scan;
    }

    Entries entries() {
        return entries;
    }

    Journals journals() {
        return journals;
    }

    boolean isRejected(int line) {
        return rejectedLines.get(line);
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    /// Lines of data.
    public int read() {
        return read;
    }

    /// Lines of accounts that are no receivables.
    public int others() {
        return others;
    }

    public int receivables() {
        return receivables;
    }

    /// Lines whose label had a separator in it.
    public int repaired() {
        return repaired;
    }

    /// Lines with a debit and a credit.
    public int twoSided() {
        return twoSided;
    }

    /// Dates of documents, matching or payment that are none.
    public int ignoredDates() {
        return ignoredDates;
    }

    public Optional<IgnoredDate> firstIgnoredDate() {
        return Optional.ofNullable(firstIgnored);
    }

    /// Of all lines, in ten-thousandths.
    public long debit() {
        return debit;
    }

    public long credit() {
        return credit;
    }

    public long othersDebit() {
        return othersDebit;
    }

    public long othersCredit() {
        return othersCredit;
    }

    /// Date of the first entry, over all accounts; meaningless when every line was rejected.
    public LocalDate firstDay() {
        return Dates.of(firstDate);
    }

    public LocalDate lastDay() {
        return Dates.of(lastDate);
    }

    public boolean anyKept() {
        return lastDate > 0;
    }

    /// Number of the entry of the line the reader stands on. An entry is told by journal, number and date; where
    /// numbers are blank or zero by journal, document and date.
    static int entry(Entries entries, FecReader reader) {
        var hash = reader.hash(FecColumn.JOURNAL_CODE, reader.entryDate());
        return entries.of(reader.hash(isNumbered(reader) ? FecColumn.ECRITURE_NUM : FecColumn.PIECE_REF, hash));
    }

    private static boolean isNumbered(FecReader reader) {
        if (reader.isEmpty(FecColumn.ECRITURE_NUM)) {
            return false;
        }
        var number = reader.text(FecColumn.ECRITURE_NUM);
        return !number.chars().allMatch(c -> c == '0');
    }

    private void add(FecReader reader) throws Unreadable {
        read++;
        debit += reader.debit();
        credit += reader.credit();
        var account = accounts.account(reader.text(FecColumn.COMPTE_NUM));
        if (!reader.errors().isEmpty()) {
            reject(reader);
            return;
        }
        firstDate = Math.min(firstDate, reader.entryDate());
        lastDate = Math.max(lastDate, reader.entryDate());
        repaired += reader.repaired() ? 1 : 0;
        twoSided += reader.debit() != 0 && reader.credit() != 0 ? 1 : 0;
        var amount = reader.debit() - reader.credit();
        var control = account.control();
        if (control == null) {
            others++;
            othersDebit += reader.debit();
            othersCredit += reader.credit();
        } else {
            receivables++;
            checkDates(reader);
        }
        var bits = control == null ? account.bits() : Counterparts.ofReceivable(control, amount >= 0);
        var journal = journals.of(reader.text(FecColumn.JOURNAL_CODE), reader.text(FecColumn.JOURNAL_LIB));
        journals.count(journal, bits, reader.entryDate());
        entries.add(entry(entries, reader), journal, bits, amount);
    }

    /// What is owed is owed, whatever stands for the date of its document.
    private void checkDates(FecReader reader) {
        for (var column : DATES_OF_RECEIVABLES) {
            if (reader.date(column) == Dates.INVALID) {
                ignoredDates++;
                if (firstIgnored == null) {
                    firstIgnored = new IgnoredDate(reader.line(), column.label(), reader.text(column));
                }
            }
        }
    }

    private void reject(FecReader reader) throws Unreadable {
        rejected.add(new Rejected(
                reader.line(),
                reader.raw(),
                Amounts.decimal(reader.debit()),
                Amounts.decimal(reader.credit()),
                List.copyOf(reader.errors())));
        rejectedLines.set(reader.line());
        if (rejected.size() > MOST_REJECTS) {
            throw new Unreadable("importing.refusal.tooManyRejects", String.valueOf(MOST_REJECTS));
        }
    }

    FecFile file() {
        return file;
    }
}
