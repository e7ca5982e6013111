package io.encours.importing.fec;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.LineNature;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The receivable lines of a FEC. Reads the file twice: once to check it and to know its entries, once more to give out
/// the lines, each with the nature its entry tells.
public final class FecLines {

    /// Opening entries stand at the beginning of the year, even when the software spreads them a little.
    private static final int OPENING_DAYS = 31;

    private final FecFile file;
    private final String currency;
    private final ReceivableAccounts accounts;
    private final FecScan scan;
    private final Set<LocalDate> firstDaysOfYear;

    private FecLines(FecFile file, String currency, ReceivableAccounts accounts, FecScan scan) {
        this.file = file;
        this.currency = currency;
        this.accounts = accounts;
        this.scan = scan;
        this.firstDaysOfYear = file.closing()
                .map(closing -> Set.of(closing.plusDays(1).minusYears(1)))
                .orElse(Set.of());
    }

    /// Checks the whole file.
    ///
    /// @param currency of the company
    /// @param receivable prefixes of the accounts wanted
    /// @param excluded prefixes of those among them that are not
    /// @param progress told the bytes read so far, now and then
    public static FecLines check(
            FecFile file, String currency, List<String> receivable, List<String> excluded, LongConsumer progress)
            throws IOException, Unreadable {
        var accounts = new ReceivableAccounts(receivable, excluded);
        return new FecLines(file, currency, accounts, FecScan.of(file, accounts, progress));
    }

    public FecScan scan() {
        return scan;
    }

    /// Entries that do not balance by themselves: legal in some software, worth knowing.
    public int unbalancedEntries() {
        return scan.entries().unbalanced();
    }

    /// Gives out every receivable line that was not rejected, in the order of the file.
    public void forEach(Consumer<StagedLine> sink, LongConsumer progress) throws IOException {
        var count = 0;
        try (var reader = file.read()) {
            while (reader.next()) {
                if ((++count & 0x3FFF) == 0) {
                    progress.accept(reader.bytesRead());
                }
                var account = accounts.account(reader.text(FecColumn.COMPTE_NUM));
                if (account.control() != null && !scan.isRejected(reader.line())) {
                    sink.accept(line(reader, account.control()));
                }
            }
        }
    }

    private StagedLine line(FecReader reader, String control) {
        var account = reader.text(FecColumn.COMPTE_NUM);
        var accountLabel = reader.text(FecColumn.COMPTE_LIB);
        var auxiliary = reader.text(FecColumn.COMP_AUX_NUM);
        var label = reader.text(FecColumn.ECRITURE_LIB);
        var party = accounts.thirdParty(
                account, control, auxiliary, reader.text(FecColumn.COMP_AUX_LIB), accountLabel, label);
        var document = reader.text(FecColumn.PIECE_REF);
        var entryDate = Dates.of(reader.entryDate());
        var documentDate = date(reader.date(FecColumn.PIECE_DATE));
        var entry = FecScan.entry(scan.entries(), reader);
        var amount = reader.debit() - reader.credit();
        var opening = isOpening(entry, entryDate, label);
        return new StagedLine(
                reader.line(),
                party.code(),
                party.name(),
                party.unidentified(),
                reader.text(FecColumn.JOURNAL_CODE),
                reader.text(FecColumn.JOURNAL_LIB),
                reader.text(FecColumn.ECRITURE_NUM),
                entryDate,
                account,
                accountLabel,
                party.control(),
                auxiliary,
                document,
                documentDate,
                label,
                Amounts.decimal(reader.debit()),
                Amounts.decimal(reader.credit()),
                currency,
                foreignAmount(reader).orElse(null),
                foreignCurrency(reader).orElse(null),
                reader.text(FecColumn.ECRITURE_LET),
                date(reader.date(FecColumn.DATE_LET)),
                date(reader.date(FecColumn.VALID_DATE)),
                date(reader.date(FecColumn.DUE_DATE)),
                DueDateHint.of(label, document, documentDate == null ? entryDate : documentDate)
                        .orElse(null),
                method(reader),
                "",
                opening ? LineNature.OPENING : nature(entry, party.control(), amount, label),
                opening);
    }

    private LineNature nature(int entry, String control, long amount, String label) {
        var bits = scan.entries().bits(entry);
        if ((bits & Counterparts.TELLING) == 0) {
            bits |= scan.journals().bits(scan.entries().journal(entry));
        }
        return Counterparts.nature(bits, control, amount, LabelHint.of(label));
    }

    /// An entry that has neither income nor expense, in a journal of openings at its beginning; or on the first day of
    /// the year when its label says so, or when equity and receivables stand in it together.
    private boolean isOpening(int entry, LocalDate entryDate, String label) {
        var bits = scan.entries().bits(entry);
        if ((bits & (Counterparts.SALES | Counterparts.CHARGES)) != 0) {
            return false;
        }
        var journal = scan.entries().journal(entry);
        if (scan.journals().isOpening(journal)) {
            var first = Dates.of(scan.journals().firstDate(journal));
            return !entryDate.isAfter(first.plusDays(OPENING_DAYS));
        }
        var firstDay = entryDate.equals(scan.firstDay()) || firstDaysOfYear.contains(entryDate);
        return firstDay && ((bits & Counterparts.EQUITY) != 0 || Journals.saysOpening(label));
    }

    private Optional<BigDecimal> foreignAmount(FecReader reader) {
        var text = reader.text(FecColumn.MONTANT_DEVISE);
        var amount = Amounts.parse(text);
        return text.isEmpty() || amount == Amounts.INVALID || amount == 0
                ? Optional.empty()
                : Optional.of(Amounts.decimal(amount));
    }

    private static Optional<String> foreignCurrency(FecReader reader) {
        var text = reader.text(FecColumn.IDEVISE);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static @Nullable String method(FecReader reader) {
        var method = reader.text(FecColumn.MODE_RGLT);
        return method.isEmpty() ? null : method;
    }

    private static @Nullable LocalDate date(int date) {
        return date > 0 ? Dates.of(date) : null;
    }
}
