package io.encours.importing.fec;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.text.Fields;
import io.encours.importing.text.LineError;
import io.encours.importing.text.LineReader;
import io.encours.importing.text.TextFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/// The lines of a FEC, one after the other. A line that cannot be split into its columns, or whose date or amounts
/// cannot be read, says so in `errors`; it is never left out.
final class FecReader implements Closeable {

    private static final List<FecColumn> FREE_TEXT = List.of(
            FecColumn.ECRITURE_LIB,
            FecColumn.COMPTE_LIB,
            FecColumn.COMP_AUX_LIB,
            FecColumn.PIECE_REF,
            FecColumn.JOURNAL_LIB);

    /// A quoted field may go on over this many lines.
    private static final int LONGEST_FIELD = 20;

    private final FecLayout layout;
    private final String header;
    private final TextFile.Position position;
    private final LineReader lines;
    private final Fields fields = new Fields();
    private final List<LineError> errors = new ArrayList<>();
    private final EnumMap<FecColumn, Integer> places = new EnumMap<>(FecColumn.class);
    private final int lastNeeded;
    private boolean headerSeen;
    private boolean repaired;
    private boolean shortLines;
    private long debit;
    private long credit;
    private int entryDate;

    FecReader(TextFile file, FecLayout layout, String header) throws IOException {
        this.layout = layout;
        this.header = header;
        this.position = file.bytes();
        this.lines = file.lines(position);
        this.headerSeen = !layout.header();
        this.lastNeeded = layout.lastNeeded();
        for (var column : FecColumn.values()) {
            places.put(column, layout.place(column));
        }
    }

    /// Goes to the next line of data; blank lines and headers are passed over.
    boolean next() throws IOException {
        while (lines.next()) {
            if (!lines.blank() && !isHeader()) {
                read();
                return true;
            }
        }
        return false;
    }

    int line() {
        return lines.number();
    }

    String raw() {
        return lines.text();
    }

    long bytesRead() {
        return position.bytes();
    }

    /// What is wrong with the line; its texts may be asked for all the same.
    List<LineError> errors() {
        return errors;
    }

    /// Whether a separator inside the label had to be put back.
    boolean repaired() {
        return repaired;
    }

    /// In ten-thousandths.
    long debit() {
        return debit;
    }

    /// In ten-thousandths.
    long credit() {
        return credit;
    }

    /// AAAAMMJJ.
    int entryDate() {
        return entryDate;
    }

    boolean isEmpty(FecColumn column) {
        var place = place(column);
        return place < 0 || place >= fields.count() || fields.isEmpty(place);
    }

    String text(FecColumn column) {
        var place = place(column);
        return place < 0 || place >= fields.count() ? "" : fields.text(place);
    }

    /// A date the line can do without: `Dates.NONE` when it is missing, `Dates.INVALID` when it is none.
    int date(FecColumn column) {
        var place = place(column);
        return place < 0 || place >= fields.count()
                ? Dates.NONE
                : Dates.parse(fields.characters(place), fields.from(place), fields.to(place));
    }

    /// An amount that may be missing, in ten-thousandths.
    long amount(FecColumn column) {
        var place = place(column);
        if (place < 0 || place >= fields.count()) {
            return 0;
        }
        var amount = Amounts.parse(fields.characters(place), fields.from(place), fields.to(place));
        if (amount == Amounts.INVALID) {
            errors.add(LineError.of(column.label(), fields.text(place), "importing.reject.amount"));
            return 0;
        }
        return amount;
    }

    /// Mixes the characters of a column into a hash.
    long hash(FecColumn column, long seed) {
        var place = place(column);
        var hash = seed * 0x9E3779B97F4A7C15L + 0x1F;
        if (place < 0 || place >= fields.count()) {
            return hash;
        }
        var text = fields.characters(place);
        for (var i = fields.from(place); i < fields.to(place); i++) {
            hash = (hash ^ text[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private int place(FecColumn column) {
        return Objects.requireNonNull(places.get(column));
    }

    private boolean isHeader() {
        if (!headerSeen) {
            headerSeen = true;
            return true;
        }
        // Files put one behind the other bring their header again, and their byte order mark.
        var first = lines.buffer()[lines.start()];
        return layout.header()
                && (first == header.charAt(0) || first == '\ufeff')
                && lines.text().replace("\ufeff", "").stripTrailing().equals(header.stripTrailing());
    }

    private void read() throws IOException {
        errors.clear();
        repaired = false;
        debit = 0;
        credit = 0;
        entryDate = 0;
        if (!split()) {
            return;
        }
        entryDate = date(FecColumn.ECRITURE_DATE);
        if (entryDate <= 0) {
            errors.add(LineError.of(
                    FecColumn.ECRITURE_DATE.label(),
                    text(FecColumn.ECRITURE_DATE),
                    entryDate == Dates.NONE ? "importing.reject.noDate" : "importing.reject.date"));
        }
        readAmounts();
        if (isEmpty(FecColumn.COMPTE_NUM) && !layout.cashBook()) {
            errors.add(LineError.of(FecColumn.COMPTE_NUM.label(), "", "importing.reject.noAccount"));
        }
    }

    private void readAmounts() {
        if (layout.has(FecColumn.SENS)) {
            readAmountAndSense();
        } else {
            debit = amount(FecColumn.DEBIT);
            credit = amount(FecColumn.CREDIT);
        }
    }

    private void readAmountAndSense() {
        var amount = amount(FecColumn.MONTANT);
        switch (FecLayout.Sense.of(text(FecColumn.SENS))) {
            case DEBIT -> debit = amount;
            case CREDIT -> credit = amount;
            case NONE ->
                errors.add(LineError.of(FecColumn.SENS.label(), text(FecColumn.SENS), "importing.reject.sense"));
        }
    }

    private boolean split() throws IOException {
        fields.split(lines.buffer(), lines.start(), lines.end(), layout.separator(), true);
        for (var more = 0; fields.openQuote() && layout.quoted() && more < LONGEST_FIELD; more++) {
            if (fields.count() >= layout.columns() || !lines.join()) {
                break;
            }
            fields.split(lines.buffer(), lines.start(), lines.end(), layout.separator(), true);
        }
        if (fields.count() < layout.columns() && !layout.quoted()) {
            fields.split(lines.buffer(), lines.start(), lines.end(), layout.separator(), false);
        }
        if (layout.trailing() && fields.count() > layout.columns() && fields.isEmpty(fields.count() - 1)) {
            fields.truncate(fields.count() - 1);
        }
        if (fields.count() > layout.columns()) {
            return dropTail() || repair();
        }
        return fields.count() == layout.columns() || acceptShortLine();
    }

    /// Separators behind the last column, which the header does not have: only when the line fits without them, for the
    /// last columns may be empty and the separator too many stand in the label.
    private boolean dropTail() {
        if (!fields.isEmptyFrom(layout.columns()) || !fits(fields.count(), 0)) {
            return false;
        }
        fields.truncate(layout.columns());
        return true;
    }

    /// Software that leaves out empty columns at the end does so everywhere; a line without end that alone is shorter
    /// is where the file was cut.
    private boolean acceptShortLine() {
        if (fields.count() > lastNeeded && (lines.terminated() || shortLines)) {
            shortLines = true;
            return true;
        }
        return refuse(lines.terminated() ? "importing.reject.tooFewColumns" : "importing.reject.cut");
    }

    private boolean refuse(String reason) {
        errors.add(LineError.of("", "", reason, String.valueOf(fields.count()), String.valueOf(layout.columns())));
        recoverAmounts();
        return false;
    }

    /// For the totals of the rejects: what stands where the amounts should, if it can be read.
    private void recoverAmounts() {
        if (fields.count() > layout.columns()) {
            return;
        }
        var count = errors.size();
        readAmounts();
        if (errors.size() > count) {
            debit = 0;
            credit = 0;
        }
        errors.subList(count, errors.size()).clear();
    }

    /// Too many fields: a separator stands inside a free text, usually the label. The line is mended when everything
    /// else then fits, and only one way.
    private boolean repair() {
        var extra = fields.count() - layout.columns();
        var where = -1;
        for (var column : FREE_TEXT) {
            var place = layout.place(column);
            if (place < 0 || !fits(place, extra)) {
                continue;
            }
            where = where < 0 ? place : -2;
            if (column == FecColumn.ECRITURE_LIB) {
                break;
            }
        }
        if (where < 0) {
            return refuse("importing.reject.tooManyColumns");
        }
        fields.merge(where, extra);
        repaired = true;
        return true;
    }

    private boolean fits(int merged, int extra) {
        return isDate(FecColumn.ECRITURE_DATE, merged, extra, false)
                && isDate(FecColumn.PIECE_DATE, merged, extra, true)
                && isDate(FecColumn.DATE_LET, merged, extra, true)
                && isDate(FecColumn.VALID_DATE, merged, extra, true)
                && beginsWithDigit(FecColumn.COMPTE_NUM, merged, extra)
                && (layout.has(FecColumn.SENS)
                        ? isAmount(FecColumn.MONTANT, merged, extra)
                                && FecLayout.Sense.of(fields.text(shifted(FecColumn.SENS, merged, extra)))
                                        != FecLayout.Sense.NONE
                        : isAmount(FecColumn.DEBIT, merged, extra) && isAmount(FecColumn.CREDIT, merged, extra));
    }

    private int shifted(FecColumn column, int merged, int extra) {
        var place = layout.place(column);
        return place > merged ? place + extra : place;
    }

    private boolean isDate(FecColumn column, int merged, int extra, boolean mayBeMissing) {
        var place = shifted(column, merged, extra);
        if (place < 0) {
            return mayBeMissing;
        }
        var date = Dates.parse(fields.text(place));
        return date > 0 || (mayBeMissing && date == Dates.NONE);
    }

    private boolean isAmount(FecColumn column, int merged, int extra) {
        return Amounts.parse(fields.text(shifted(column, merged, extra))) != Amounts.INVALID;
    }

    private boolean beginsWithDigit(FecColumn column, int merged, int extra) {
        var text = fields.text(shifted(column, merged, extra));
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }
}
