package io.encours.importing.text;

import java.math.BigDecimal;

/// Amounts as files write them: comma or point, blanks between thousands, sign before or behind, zeros in front. Held
/// as whole ten-thousandths, the scale of `numeric(19,4)`: exact, and quick to add up over a million lines.
public final class Amounts {

    public static final int SCALE = 4;

    /// Not an amount.
    public static final long INVALID = Long.MIN_VALUE;

    private static final long LARGEST = 900_000_000_000_000_000L;

    private Amounts() {}

    public static BigDecimal decimal(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, SCALE);
    }

    public static long parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /// Nothing is 0. Digits beyond the fourth decimal must be zeros: a sum is never rounded in silence.
    ///
    /// @return ten-thousandths, or `INVALID`
    public static long parse(char[] text, int from, int to) {
        var point = decimalMark(text, from, to);
        if (point == -2) {
            return INVALID;
        }
        long value = 0;
        var decimals = -1;
        var digits = 0;
        var sign = 0;
        for (var i = from; i < to; i++) {
            var c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
                if (decimals >= SCALE) {
                    if (c != '0') {
                        return INVALID;
                    }
                } else if (value > LARGEST / 10) {
                    return INVALID;
                } else {
                    value = value * 10 + (c - '0');
                    decimals += decimals >= 0 ? 1 : 0;
                }
            } else if (c == '-' || c == '+' || c == '\u2212') {
                var atFirst = digits == 0 && decimals < 0;
                if (sign != 0 || (!atFirst && !restIsBlank(text, i + 1, to))) {
                    return INVALID;
                }
                sign = c == '+' ? 1 : -1;
            } else if (c == ',' || c == '.') {
                if (i == point) {
                    decimals = 0;
                }
            } else if (!Blank.is(c) && c != '\'' && c != '\u2019') {
                return INVALID;
            }
        }
        if (digits == 0) {
            return sign == 0 && decimals < 0 ? 0 : INVALID;
        }
        for (var i = Math.max(decimals, 0); i < SCALE; i++) {
            if (value > LARGEST / 10) {
                return INVALID;
            }
            value *= 10;
        }
        return sign < 0 ? -value : value;
    }

    /// Place of the decimal mark, -1: none, -2: not an amount. One mark is decimal; of two kinds the last one is, and
    /// the others part thousands.
    private static int decimalMark(char[] text, int from, int to) {
        var last = -1;
        var commas = 0;
        var points = 0;
        for (var i = from; i < to; i++) {
            if (text[i] == ',') {
                commas++;
                last = i;
            } else if (text[i] == '.') {
                points++;
                last = i;
            }
        }
        if (commas + points <= 1) {
            return last;
        }
        if (commas > 0 && points > 0) {
            var single = text[last] == ',' ? commas : points;
            return single == 1 && groupsOfThree(text, from, last) ? last : -2;
        }
        return groupsOfThree(text, from, to) ? -1 : -2;
    }

    /// Every mark before `to` is followed by exactly three digits.
    private static boolean groupsOfThree(char[] text, int from, int to) {
        var digits = -1;
        for (var i = from; i < to; i++) {
            if (text[i] == ',' || text[i] == '.') {
                if (digits >= 0 && digits != 3) {
                    return false;
                }
                digits = 0;
            } else if (text[i] >= '0' && text[i] <= '9' && digits >= 0) {
                digits++;
            }
        }
        return digits == 3;
    }

    private static boolean restIsBlank(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!Blank.is(text[i])) {
                return false;
            }
        }
        return true;
    }
}
