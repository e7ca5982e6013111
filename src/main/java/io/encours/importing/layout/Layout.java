package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.text.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which column of a file fills which field, and how its values are written.
///
/// @param columns name of the file's column by field
/// @param inverted amounts have the other sign than here: a claim is negative
public record Layout(Map<String, String> columns, boolean inverted, DateOrder dates, DecimalMark decimals) {

    /// How a date without the year in front is written. Dates that begin with the year are understood anyway.
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /// What parts whole units from cents.
    public enum DecimalMark {
        /// The last of the marks, whichever it is.
        EITHER,
        COMMA,
        POINT
    }

    public Layout {
        columns = Map.copyOf(columns);
    }

    /// The names of api.md, as far as the header has them.
    public static Layout canonical(ImportKind kind, List<String> header) {
        var plain = header.stream().map(Headers::plain).toList();
        var columns = new LinkedHashMap<String, String>();
        for (var target : Target.of(kind)) {
            var place = plain.indexOf(Headers.plain(target.name()));
            var ownName = !target.name().equals(Target.DEBIT)
                    && !target.name().equals(Target.CREDIT)
                    && !target.name().equals(Target.SENSE);
            if (place >= 0 && ownName) {
                columns.put(target.name(), header.get(place));
            }
        }
        return new Layout(columns, false, DateOrder.DAY_FIRST, DecimalMark.EITHER);
    }

    public boolean has(String field) {
        return columns.containsKey(field);
    }

    public boolean hasDebitAndCredit() {
        return has(Target.DEBIT) || has(Target.CREDIT);
    }

    public boolean hasAmount() {
        return has(Target.AMOUNT) || hasDebitAndCredit();
    }

    /// Fields that a file of the kind cannot do without and that no column fills.
    public List<String> missing(ImportKind kind) {
        var needsAmount = Target.of(kind, Target.AMOUNT)
                .filter(target -> target.need() == Target.Need.AMOUNT)
                .isPresent();
        return Target.of(kind).stream()
                .filter(target -> switch (target.need()) {
                    case REQUIRED -> !has(target.name());
                    case AMOUNT -> needsAmount && target.name().equals(Target.AMOUNT) && !hasAmount();
                    case OPTIONAL -> false;
                })
                .map(Target::name)
                .toList();
    }
}
