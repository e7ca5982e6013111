package io.encours.correspondence.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// `24 novembre 2026`, `1er décembre 2026`, `24 November 2026`: day first in every language, so that nobody
/// takes one for the other.
public final class LongDate {

    private LongDate() {}

    public static String of(LocalDate date, Locale locale) {
        var words = DateTimeFormatter.ofPattern("d\u00a0MMMM yyyy", locale).format(date);
        return locale.getLanguage().equals("fr") && date.getDayOfMonth() == 1 ? words.replaceFirst("^1", "1er") : words;
    }
}
