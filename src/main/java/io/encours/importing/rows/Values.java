package io.encours.importing.rows;

import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Layout.DateOrder;
import io.encours.importing.table.Grid;
import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.xlsx.Serials;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts and dates as the layout of a file writes them.
public final class Values {

    private static final Pattern CURRENCY = Pattern.compile("^(?:€|EUR)\\s*|[\\s\\u00a0\\u202f]*(?:€|EUR)$");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((.*)\\)");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2}|\\d{4})(\\s.*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

    private Values() {}

    /// Nothing is 0; brackets are a minus; the sign of the euro may stand with it.
    ///
    /// @param typed the file holds it as a number, written with a point
    /// @return null: not an amount
    public static @Nullable BigDecimal amount(String text, Layout layout, boolean typed) {
        if (typed) {
            return parsed(text);
        }
        var bare = CURRENCY.matcher(text).replaceAll("");
        var bracketed = IN_BRACKETS.matcher(bare);
        var negative = bracketed.matches();
        var digits = negative ? bracketed.group(1) : bare;
        var amount = parsed(
                switch (layout.decimals()) {
                    case EITHER -> digits;
                    case COMMA -> digits.replace(".", "");
                    case POINT -> digits.replace(",", "");
                });
        return amount == null || !negative ? amount : amount.negate();
    }

    /// @return AAAAMMJJ, `Dates.NONE` or `Dates.INVALID`
    public static int date(String text, Layout layout, Grid grid) {
        var monthFirst = MONTH_FIRST.matcher(text);
        if (layout.dates() == DateOrder.MONTH_FIRST && monthFirst.matches()) {
            var mark = monthFirst.group(2);
            return Dates.parse(monthFirst.group(3) + mark + monthFirst.group(1) + mark + monthFirst.group(4));
        }
        var date = Dates.parse(text);
        return date == Dates.INVALID
                        && !grid.sheet().isEmpty()
                        && SERIAL.matcher(text).matches()
                ? Dates.parse(Serials.day(Integer.parseInt(text.substring(0, 5)), grid.isDate1904()))
                : date;
    }

    private static @Nullable BigDecimal parsed(String text) {
        var amount = Amounts.parse(text);
        return amount == Amounts.INVALID ? null : Amounts.decimal(amount);
    }
}
