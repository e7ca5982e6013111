package io.encours.importing.fec;

import io.encours.customer.Terms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A due date written into a label or a document reference, which is where software puts what the FEC has no column for
/// (fec.md §6): `ECH 31/03/26`, `LCR AU 30/04/2026`, `30JFM`.
final class DueDateHint {

    private static final Pattern DATE = Pattern.compile(
            "\\bECH(?:EANCE|ÉANCE)?\\b[ .:]*(?:LE |AU |DU )?(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\b");
    private static final Pattern PACKED =
            Pattern.compile("\\bECH(?:EANCE|ÉANCE)?\\b[ .:]*(?:LE |AU |DU )?(\\d{2})(\\d{2})(\\d{4}|\\d{2})\\b");
    private static final Pattern BILL =
            Pattern.compile("\\b(?:LCR|BOR|TRAITE|EFFET)\\b.*?\\bAU (\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\b");
    private static final Pattern TERMS = Pattern.compile(
            "\\b(\\d{2,3}) ?J(?:RS?|OURS?)? ?(?:(FM|FDM|FIN DE MOIS)(?: ?LE ?(\\d{1,2})\\b)?|(NETS?))\\b");

    /// Later than this after the document, a date in a label is something else.
    private static final int LONGEST_TERM = 400;

    private DueDateHint() {}

    /// @param documentDate the terms count from it
    static Optional<LocalDate> of(String label, String document, LocalDate documentDate) {
        var text = label.toUpperCase(Locale.ROOT);
        if (!text.contains("ECH")
                && !text.contains("FM")
                && !text.contains("FDM")
                && !text.contains("FIN DE MOIS")
                && !text.contains("NET")
                && !text.contains(" AU ")
                && !document.toUpperCase(Locale.ROOT).contains("ECH")) {
            return Optional.empty();
        }
        return read(text, documentDate).or(() -> read(document.toUpperCase(Locale.ROOT), documentDate));
    }

    private static Optional<LocalDate> read(String text, LocalDate documentDate) {
        for (var pattern : new Pattern[] {DATE, PACKED, BILL}) {
            var matcher = pattern.matcher(text);
            if (matcher.find()) {
                return date(matcher)
                        .filter(date ->
                                !date.isBefore(documentDate) && date.isBefore(documentDate.plusDays(LONGEST_TERM)));
            }
        }
        var terms = TERMS.matcher(text);
        return terms.find() ? Optional.of(terms(terms).dueDate(documentDate)) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        var year = Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(LocalDate.of(
                    year < 100 ? 2000 + year : year,
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Terms terms(Matcher matcher) {
        var days = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return Terms.days(days);
        }
        var day = matcher.group(3);
        return Terms.endOfMonthAfter(days, day == null ? 0 : Math.clamp(Integer.parseInt(day), 1, 31));
    }
}
