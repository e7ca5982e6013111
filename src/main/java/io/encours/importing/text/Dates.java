package io.encours.importing.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates as files write them: AAAAMMJJ, JJMMAAAA, year or day first with `/`, `-` or `.`, a time behind. Held as the
/// number AAAAMMJJ, which costs nothing for a million lines.
public final class Dates {

    /// No date: nothing, zeros, or a date that stands for none.
    public static final int NONE = 0;

    /// Something, but not a date.
    public static final int INVALID = -1;

    private static final int FIRST = 1900_01_01;
    private static final int LAST = 2099_01_01;

    private Dates() {}

    public static LocalDate of(int date) {
        return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
    }

    public static int parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /// 1 January 1900 and earlier, and 2099 and later, are what software writes for "no date".
    ///
    /// @return AAAAMMJJ, `NONE` or `INVALID`
    public static int parse(char[] text, int from, int to) {
        var date = read(text, from, to);
        return date == INVALID && saysNone(text, from, to) ? NONE : date;
    }

    private static int read(char[] text, int from, int to) {
        var numbers = new int[3];
        var digits = new int[3];
        var part = 0;
        var mark = '\0';
        for (var i = from; i < to; i++) {
            var c = text[i];
            if (c >= '0' && c <= '9') {
                if (digits[part] == 8) {
                    if (part == 0 && isPackedTime(text, i, to)) {
                        break;
                    }
                    return INVALID;
                }
                numbers[part] = numbers[part] * 10 + (c - '0');
                digits[part]++;
            } else if ((c == '/' || c == '-' || c == '.')
                    && part < 2
                    && (mark == '\0' || mark == c)
                    && digits[part] > 0) {
                mark = c;
                part++;
            } else if ((c == ' ' || c == 'T') && digits[part] > 0 && isTime(text, i + 1, to)) {
                break;
            } else {
                return INVALID;
            }
        }
        if (part == 0) {
            return packed(numbers[0], digits[0]);
        }
        return part == 2 ? separated(numbers, digits) : INVALID;
    }

    private static int packed(int number, int digits) {
        if (number == 0) {
            return NONE;
        }
        if (digits != 8) {
            return INVALID;
        }
        var yearFirst = checked(number / 10_000, number / 100 % 100, number % 100);
        return yearFirst != INVALID ? yearFirst : checked(number % 10_000, number / 10_000 % 100, number / 1_000_000);
    }

    private static int separated(int[] numbers, int[] digits) {
        if (numbers[0] == 0 && numbers[1] == 0 && numbers[2] == 0) {
            return NONE;
        }
        if (digits[0] == 4) {
            return checked(numbers[0], numbers[1], numbers[2]);
        }
        return switch (digits[2]) {
            case 4 -> checked(numbers[2], numbers[1], numbers[0]);
            case 2 -> checked((numbers[2] < 70 ? 2000 : 1900) + numbers[2], numbers[1], numbers[0]);
            default -> INVALID;
        };
    }

    private static int checked(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return INVALID;
        }
        var date = year * 10_000 + month * 100 + day;
        if (date <= FIRST) {
            return plausiblePast(year) ? NONE : INVALID;
        }
        if (date >= LAST) {
            return year <= 2999 || year == 9999 ? NONE : INVALID;
        }
        if (day > 28) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                return INVALID;
            }
        }
        return date;
    }

    /// Years that software writes for "no date"; 1011 or 2012 read the wrong way round are none of them.
    private static boolean plausiblePast(int year) {
        return year == 1 || year == 1753 || year >= 1800;
    }

    /// A mask that was not filled in (`  /  /`, `-`), or the word of databases.
    private static boolean saysNone(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if ("/-.: ".indexOf(text[i]) < 0) {
                var word = new String(text, from, to - from);
                return word.equalsIgnoreCase("NULL") || word.equalsIgnoreCase("(NULL)");
            }
        }
        return true;
    }

    /// Hours and minutes, perhaps seconds, right behind the date: AAAAMMJJHHMMSS.
    private static boolean isPackedTime(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return to - from == 4 || to - from == 6;
    }

    private static boolean isTime(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            var c = text[i];
            if (!((c >= '0' && c <= '9')
                    || c == ':'
                    || c == '.'
                    || c == ','
                    || c == 'Z'
                    || c == '+'
                    || c == '-'
                    || c == ' ')) {
                return false;
            }
        }
        return true;
    }
}
