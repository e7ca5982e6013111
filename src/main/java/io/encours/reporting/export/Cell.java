package io.encours.reporting.export;

import io.encours.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A cell as it is printed.
public final class Cell {

    private Cell() {}

    public static String text(@Nullable Object cell, Column column, Formats formats) {
        return switch (cell) {
            case null -> "";
            case LocalDate date -> formats.date(date);
            case BigDecimal number when column.kind() == Column.Kind.AMOUNT -> formats.amount(number);
            case BigDecimal number -> formats.decimal(number);
            case Long number -> formats.number(number);
            case Integer number -> formats.number(number);
            case Object other -> other.toString();
        };
    }
}
