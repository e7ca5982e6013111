package io.encours.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shares in percent, with one decimal.
final class Rate {

    private static final BigDecimal NONE = new BigDecimal("0.0");

    private Rate() {}

    /// 0 of nothing.
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? NONE : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
