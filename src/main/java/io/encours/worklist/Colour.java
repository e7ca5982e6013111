package io.encours.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Of an amount (S4); the screen says the same in words or by an icon.
public enum Colour {
    /// Negative, whatever its date.
    RED,
    /// Not yet due: its due date is today or later.
    BLUE,
    /// Overdue.
    BLACK;

    public static Colour of(BigDecimal remaining, LocalDate dueDate, LocalDate today) {
        if (remaining.signum() < 0) {
            return RED;
        }
        return dueDate.isBefore(today) ? BLACK : BLUE;
    }

    /// Its words in a message file.
    public String messageKey() {
        return "worklist.colour." + name();
    }
}
