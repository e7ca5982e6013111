package io.encours.importing.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The value of a number cell as text: a date as ISO writes it, an amount as the spreadsheet shows it.
final class CellText {

    /// A spreadsheet counts with 15 digits; what it writes behind them (0.30000000000000004 for 0.1 + 0.2) is noise.
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST = 30;

    private CellText() {}

    static String number(String written, CellFormats.Format format, boolean from1904) {
        BigDecimal value;
        try {
            value = new BigDecimal(written);
        } catch (NumberFormatException e) {
            return written;
        }
        if (value.scale() > 400 || value.precision() - value.scale() > LONGEST) {
            return written;
        }
        if (format.isDate() && value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(Serials.LAST)) <= 0) {
            return Serials.day(value.intValue(), from1904);
        }
        var isWhole = value.scale() <= 0;
        var plain = (isWhole ? value : value.round(DIGITS)).stripTrailingZeros().toPlainString();
        var missing = format.zeros() - plain.length();
        return missing > 0 && isWhole && value.signum() >= 0 ? "0".repeat(missing) + plain : plain;
    }
}
