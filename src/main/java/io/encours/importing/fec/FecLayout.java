package io.encours.importing.fec;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.text.Fields;
import io.encours.importing.text.Headers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the columns of a file are, found in its first line.
///
/// @param separator between fields
/// @param quoted fields are in quotation marks
/// @param header the first line names the columns; else it is a line of data
/// @param columns number of fields of a line, without an empty one after a trailing separator
/// @param trailing lines end with a separator
/// @param unknown names of columns that mean nothing here
record FecLayout(
        char separator,
        boolean quoted,
        boolean header,
        int columns,
        boolean trailing,
        Map<FecColumn, Integer> places,
        List<String> unknown) {

    private static final char[] SEPARATORS = {'\t', '|', ';', ','};

    private static final int MINIMUM_WITHOUT_HEADER = FecColumn.IN_ORDER.size();

    /// How well a first line names the columns of a FEC.
    sealed interface Reading {
        record Usable(FecLayout layout) implements Reading {}

        /// Names of a FEC, but without what every line needs.
        record Incomplete(List<String> missing) implements Reading {}

        record Unrecognised() implements Reading {}
    }

    static Reading of(String firstLine) {
        var fields = new Fields();
        var line = firstLine.toCharArray();
        @Nullable FecLayout best = null;
        for (var separator : SEPARATORS) {
            fields.split(line, 0, line.length, separator, true);
            var layout = named(separator, fields, firstLine);
            if (layout != null && (best == null || layout.places.size() > best.places.size())) {
                best = layout;
            }
        }
        if (best != null && best.places.size() >= 5) {
            var missing = best.missing();
            return missing.isEmpty() ? new Reading.Usable(best) : new Reading.Incomplete(missing);
        }
        return positional(fields, firstLine).<Reading>map(Reading.Usable::new).orElseGet(Reading.Unrecognised::new);
    }

    /// -1 when the file does not have the column.
    int place(FecColumn column) {
        return places.getOrDefault(column, -1);
    }

    boolean has(FecColumn column) {
        return places.containsKey(column);
    }

    /// The farm and liberal-profession layouts, where an account may be left blank.
    boolean cashBook() {
        return columns >= 21 && has(FecColumn.MODE_RGLT);
    }

    /// The last column a line cannot do without; empty ones behind it may be left out by the software.
    int lastNeeded() {
        return places.entrySet().stream()
                .filter(place -> NEEDED.contains(place.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(columns - 1);
    }

    private static final List<FecColumn> NEEDED = List.of(
            FecColumn.ECRITURE_DATE,
            FecColumn.COMPTE_NUM,
            FecColumn.ECRITURE_LIB,
            FecColumn.DEBIT,
            FecColumn.CREDIT,
            FecColumn.MONTANT,
            FecColumn.SENS);

    private List<String> missing() {
        var missing = new ArrayList<String>();
        for (var column : List.of(FecColumn.ECRITURE_DATE, FecColumn.COMPTE_NUM)) {
            if (!has(column)) {
                missing.add(column.label());
            }
        }
        var debitCredit = has(FecColumn.DEBIT) && has(FecColumn.CREDIT);
        var amount = has(FecColumn.MONTANT) && has(FecColumn.SENS);
        if (!debitCredit && !amount) {
            missing.add(FecColumn.DEBIT.label() + " + " + FecColumn.CREDIT.label());
        }
        return missing;
    }

    private static @Nullable FecLayout named(char separator, Fields fields, String line) {
        var places = new EnumMap<FecColumn, Integer>(FecColumn.class);
        var byLaw = EnumSet.noneOf(FecColumn.class);
        var unknown = new ArrayList<String>();
        for (var i = 0; i < fields.count(); i++) {
            var name = fields.text(i);
            var column = FecColumn.named(name);
            if (column.isPresent()) {
                place(places, column.get(), name, i, byLaw);
            } else if (!name.isEmpty() && !Headers.plain(name).equals(Headers.plain(Headers.REJECT_REASON))) {
                unknown.add(name);
            }
        }
        if (fields.count() < 5) {
            return null;
        }
        leaveOneWayOfAmounts(places);
        var trailing = fields.isEmpty(fields.count() - 1);
        return new FecLayout(
                separator,
                line.stripLeading().startsWith("\""),
                true,
                fields.count() - (trailing ? 1 : 0),
                trailing,
                places,
                List.copyOf(unknown));
    }

    /// A column under the name of the law counts before one under another name, wherever it stands.
    private static void place(
            Map<FecColumn, Integer> places, FecColumn column, String name, int place, Set<FecColumn> byLaw) {
        if (column.isNamedByLaw(name) && byLaw.add(column)) {
            places.put(column, place);
        } else {
            places.putIfAbsent(column, place);
        }
    }

    /// Software adds columns of its own: a `Sens` beside debit and credit, or without an amount, says nothing new.
    private static void leaveOneWayOfAmounts(Map<FecColumn, Integer> places) {
        var debitCredit = places.containsKey(FecColumn.DEBIT) && places.containsKey(FecColumn.CREDIT);
        var amount = places.containsKey(FecColumn.MONTANT) && places.containsKey(FecColumn.SENS);
        if (debitCredit || !amount) {
            places.remove(FecColumn.MONTANT);
            places.remove(FecColumn.SENS);
        }
    }

    /// A first line that is data: a date in the fourth place, amounts in the twelfth and thirteenth.
    private static Optional<FecLayout> positional(Fields fields, String firstLine) {
        var line = firstLine.toCharArray();
        for (var separator : SEPARATORS) {
            fields.split(line, 0, line.length, separator, true);
            if (fields.count() < MINIMUM_WITHOUT_HEADER || Dates.parse(fields.text(3)) <= 0) {
                continue;
            }
            var sense = "1".equals(fields.text(12)) ? Sense.NONE : Sense.of(fields.text(12));
            var amounts = Amounts.parse(fields.text(11)) != Amounts.INVALID
                    && (sense != Sense.NONE || Amounts.parse(fields.text(12)) != Amounts.INVALID);
            if (amounts) {
                return Optional.of(inOrder(separator, fields, sense != Sense.NONE, firstLine));
            }
        }
        return Optional.empty();
    }

    private static FecLayout inOrder(char separator, Fields fields, boolean sense, String line) {
        var trailing = fields.count() > MINIMUM_WITHOUT_HEADER && fields.isEmpty(fields.count() - 1);
        var columns = fields.count() - (trailing ? 1 : 0);
        var places = new EnumMap<FecColumn, Integer>(FecColumn.class);
        for (var i = 0; i < FecColumn.IN_ORDER.size(); i++) {
            places.put(FecColumn.IN_ORDER.get(i), i);
        }
        if (sense) {
            places.remove(FecColumn.DEBIT);
            places.remove(FecColumn.CREDIT);
            places.put(FecColumn.MONTANT, 11);
            places.put(FecColumn.SENS, 12);
        }
        if (columns == 21 || columns == 22) {
            places.put(FecColumn.MODE_RGLT, 19);
        }
        return new FecLayout(
                separator, line.stripLeading().startsWith("\""), false, columns, trailing, places, List.of());
    }

    /// On which side an amount stands.
    enum Sense {
        DEBIT,
        CREDIT,
        NONE;

        static Sense of(String text) {
            return switch (text.strip().toUpperCase(Locale.ROOT)) {
                case "D", "DEBIT", "DÉBIT", "+1", "+", "1" -> DEBIT;
                case "C", "CREDIT", "CRÉDIT", "-1", "-" -> CREDIT;
                default -> NONE;
            };
        }
    }
}
