package io.encours.receivable.interest;

import io.encours.platform.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A rate as people type it: `12,15`, `12.15 %`.
final class Percent {

    private static final int DECIMALS = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private Percent() {}

    /// Without the zeros nobody wrote.
    static BigDecimal tidy(BigDecimal percent) {
        var stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// Notes what is wrong; null then, and when nothing was typed.
    static @Nullable BigDecimal read(String field, @Nullable String typed, BigDecimal least, Checks checks) {
        var text = checks.optional(field, typed, 30);
        if (text == null) {
            return null;
        }
        try {
            var percent = new BigDecimal(text.replaceAll("[%\\s\\u00a0\\u202f]", "")
                    .replace(',', '.')
                    .replace('\u2212', '-'));
            if (percent.compareTo(least) < 0
                    || percent.compareTo(MOST) > 0
                    || percent.stripTrailingZeros().scale() > DECIMALS) {
                checks.wrong(field, "receivable.interest.problem.percentRange", least.toPlainString());
            }
            return percent;
        } catch (NumberFormatException e) {
            checks.wrong(field, "receivable.interest.problem.percent");
            return null;
        }
    }
}
