package io.encours.importing.web;

import io.encours.importing.text.Dates;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The day in the name of a file: `balance_2026-11-20.xlsx`, `items-20261120.csv`.
final class FileDates {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2}[-_.]?\\d{2}[-_.]?\\d{2}|\\d{2}[-_.]\\d{2}[-_.]20\\d{2})(?!\\d)");

    private FileDates() {}

    static Optional<LocalDate> in(String fileName) {
        var matcher = DAY.matcher(fileName);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var date = Dates.parse(matcher.group(1).replace('_', '-').replace('.', '-'));
        return date > 0 ? Optional.of(Dates.of(date)) : Optional.empty();
    }
}
