package io.encours.platform;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers as amounts and days are written. What is longer than any of them is not taken in: to work with
/// `1e999999999` alone would take all of a machine.
public final class PlainNumber {

    /// Before the point, as `numeric(19,4)` has room for, and after it.
    private static final int MOST_DIGITS = 15;

    private PlainNumber() {}

    /// With a decimal comma or point; empty: that is none.
    public static Optional<BigDecimal> read(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip().replace(',', '.'))).filter(PlainNumber::isPlain);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static boolean isPlain(BigDecimal number) {
        return number.scale() <= MOST_DIGITS && (long) number.precision() - number.scale() <= MOST_DIGITS;
    }
}
