package io.encours.receivable;

import java.math.BigDecimal;

/// What became of lines of a file (docs/decisions/0004).
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /// Understood and left out for a stated reason.
    SET_ASIDE,
    /// Held before, and no longer in the file.
    REMOVED,
    /// Open, and not on a whole list (docs/decisions/0008).
    SETTLED;

    /// How many, and what they sum up to.
    public record Totals(int lines, BigDecimal debit, BigDecimal credit) {

        public static final Totals NONE = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

        public Totals plus(Totals other) {
            return new Totals(lines + other.lines, debit.add(other.debit), credit.add(other.credit));
        }
    }
}
