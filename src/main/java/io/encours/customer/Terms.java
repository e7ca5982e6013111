package io.encours.customer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Payment terms: days after the document date, the end of month counted after or before them, then a day of the month
/// (fec.md §6). Written `30`, `45FM` (days, then end of month), `FM45` (end of month, then days), `30FM10`, `comptant`.
///
/// @param days calendar days, 0 to 365
/// @param dayOfMonth 1 to 31, the last day of a shorter month; 0: none
public record Terms(int days, EndOfMonth endOfMonth, int dayOfMonth) {

    /// Where the end of the month comes in.
    public enum EndOfMonth {
        NONE,
        /// From the end of the document's month the days are counted: FM45.
        BEFORE,
        /// After the days, the end of the month reached: 45FM.
        AFTER
    }

    /// Thirty days after receipt or performance, when nothing was agreed (Code de commerce L441-10).
    public static final Terms LEGAL = new Terms(30, EndOfMonth.NONE, 0);

    private static final int LONGEST = 365;
    private static final String MONTH_END = "(?:FM|FDM|FINDEMOIS)";
    private static final String DAYS = "(?:J|JRS?|JOURS?)?(?:NETS?|DATEDEFACTURE|DATEFACTURE)?";
    private static final Pattern AT_ONCE =
            Pattern.compile("(?:AU)?COMPTANT|(?:A|À)?R(?:E|É)CEPTION(?:DEFACTURE)?|(?:IM|I)MM(?:E|É)DIAT");
    private static final Pattern PLAIN = Pattern.compile("(?:A|À)?(\\d{1,3})" + DAYS + "(?:LE(\\d{1,2}))?");
    private static final Pattern AFTER =
            Pattern.compile("(?:A|À)?(\\d{1,3})" + DAYS + MONTH_END + "(?:LE)?(\\d{1,2})?");
    private static final Pattern BEFORE =
            Pattern.compile(MONTH_END + "(?:\\+)?(\\d{1,3})?(?:J|JRS?|JOURS?)?(?:LE(\\d{1,2}))?");

    public static Terms days(int days) {
        return new Terms(days, EndOfMonth.NONE, 0);
    }

    public static Terms endOfMonthAfter(int days, int dayOfMonth) {
        return new Terms(days, EndOfMonth.AFTER, dayOfMonth);
    }

    /// Empty when the text is no terms.
    public static Optional<Terms> parse(String text) {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\u202f._/'’]+", "");
        if (AT_ONCE.matcher(plain).matches()) {
            return Optional.of(days(0));
        }
        for (var mode : EndOfMonth.values()) {
            var matcher = (switch (mode) {
                        case NONE -> PLAIN;
                        case BEFORE -> BEFORE;
                        case AFTER -> AFTER;
                    })
                    .matcher(plain);
            if (matcher.matches()) {
                return checked(number(matcher.group(1)), mode, number(matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    public LocalDate dueDate(LocalDate documentDate) {
        return switch (endOfMonth) {
            case NONE -> onDay(documentDate.plusDays(days));
            case BEFORE -> onDay(endOf(documentDate).plusDays(days));
            case AFTER -> {
                var end = endOf(documentDate.plusDays(days));
                yield dayOfMonth == 0 ? end : dayIn(YearMonth.from(end).plusMonths(1));
            }
        };
    }

    /// As it is kept: `30`, `45FM`, `FM45`, `30FM10`, `60LE10`.
    @Override
    public String toString() {
        var day = dayOfMonth == 0 ? "" : String.valueOf(dayOfMonth);
        return switch (endOfMonth) {
            case NONE -> days + (day.isEmpty() ? "" : "LE" + day);
            case BEFORE -> "FM" + days + (day.isEmpty() ? "" : "LE" + day);
            case AFTER -> days + "FM" + day;
        };
    }

    private LocalDate onDay(LocalDate date) {
        if (dayOfMonth == 0) {
            return date;
        }
        var inMonth = dayIn(YearMonth.from(date));
        return inMonth.isBefore(date) ? dayIn(YearMonth.from(date).plusMonths(1)) : inMonth;
    }

    private LocalDate dayIn(YearMonth month) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    private static LocalDate endOf(LocalDate date) {
        return YearMonth.from(date).atEndOfMonth();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Terms> checked(int days, EndOfMonth endOfMonth, int dayOfMonth) {
        return days > LONGEST || dayOfMonth > 31
                ? Optional.empty()
                : Optional.of(new Terms(days, endOfMonth, dayOfMonth));
    }
}
