package io.encours.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// An amount as people type it: `1234,56`, `1 234,56`, `1.234,56 €`, `1234.56`, `-12,5`.
final class TypedAmount {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f€]|(?i:eur)$");
    private static final Pattern PLAIN = Pattern.compile("[-+−]?\\d{1,15}([.,]\\d{1,4})?");
    private static final Pattern GROUPED =
            Pattern.compile("[-+−]?\\d{1,3}(\\.\\d{3})+(,\\d{1,4})?|[-+−]?\\d{1,3}(,\\d{3})+(\\.\\d{1,4})?");
    private static final Pattern SIGN = Pattern.compile("^[-+−]");

    private TypedAmount() {}

    /// The amounts it may mean, on both sides of the ledger unless a minus sign says which. Empty: it is no amount.
    static List<BigDecimal> parse(String typed) {
        var text = BLANKS.matcher(typed).replaceAll("");
        var unsigned = SIGN.matcher(text).replaceFirst("");
        var amounts = new ArrayList<BigDecimal>();
        if (PLAIN.matcher(text).matches()) {
            amounts.add(new BigDecimal(unsigned.replace(',', '.')));
        }
        if (GROUPED.matcher(text).matches()) {
            // The sign that comes last parts the cents, unless it only occurs between thousands.
            var point = unsigned.lastIndexOf('.');
            var comma = unsigned.lastIndexOf(',');
            var thousands = point < 0 ? "," : comma < 0 ? "." : point < comma ? "." : ",";
            amounts.add(new BigDecimal(unsigned.replace(thousands, "").replace(',', '.')));
        }
        var negative = text.startsWith("-") || text.startsWith("−");
        var positive = text.startsWith("+");
        return amounts.stream()
                .distinct()
                .filter(amount -> amount.signum() != 0)
                .flatMap(amount -> negative
                        ? List.of(amount.negate()).stream()
                        : positive ? List.of(amount).stream() : List.of(amount, amount.negate()).stream())
                .toList();
    }
}
