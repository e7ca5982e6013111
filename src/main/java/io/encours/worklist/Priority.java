package io.encours.worklist;

import static io.encours.worklist.mirror.MirroredCustomer.UNKNOWN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// How urgent an action is (S9): the amount at stake × how late it is × how badly its customer pays. Bad payers
/// come first; of whom nothing is known yet counts as good.
///
/// Factors are hundredths: lateness is 1 on the due date, one more for every thirty days after it, less before it;
/// the customer's mean lateness adds one for every thirty days, up to half a year, and the DSO one for every
/// ninety, up to a year. Credits have no priority.
///
/// @param score units of the amount's currency × the factors, for comparing only
/// @param reasons what it is made of, in the order of the multiplication
public record Priority(long score, List<Reason> reasons) {

    public enum Kind {
        AMOUNT,
        OVERDUE,
        NOT_DUE,
        MEAN_LATENESS,
        DSO;

        /// Its sentence in a message file: the value, then the factor.
        public String messageKey() {
            return "worklist.priority." + name();
        }
    }

    /// @param value an amount, else days
    /// @param factor of the multiplication; of the amount, 1
    public record Reason(Kind kind, BigDecimal value, BigDecimal factor) {}

    private static final double TEN_THOUSANDTHS = 10_000;
    private static final double HUNDREDTHS = 100;
    private static final int MONTH = 30;
    private static final int TENTHS_OF_HALF_A_YEAR = 1_800;
    private static final int TENTHS_OF_A_YEAR = 3_650;

    /// @param amount in ten-thousandths of its currency
    /// @param daysLate since the due date, negative before it
    /// @param lateness mean lateness of the customer in tenths of a day, or `UNKNOWN`
    /// @param dso of the customer in tenths of a day, or `UNKNOWN`
    static long score(long amount, int daysLate, int lateness, int dso) {
        return (long) (amount
                / TEN_THOUSANDTHS
                * (ofDelay(daysLate) / HUNDREDTHS)
                * (ofLateness(lateness) / HUNDREDTHS)
                * (ofDso(dso) / HUNDREDTHS));
    }

    /// The same with its reasons.
    static Priority of(long amount, int daysLate, int lateness, int dso) {
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(
                Kind.AMOUNT, BigDecimal.valueOf(amount, 4).setScale(2, RoundingMode.HALF_UP), BigDecimal.ONE));
        reasons.add(
                daysLate > 0
                        ? new Reason(Kind.OVERDUE, BigDecimal.valueOf(daysLate), hundredths(ofDelay(daysLate)))
                        : new Reason(Kind.NOT_DUE, BigDecimal.valueOf(-daysLate), hundredths(ofDelay(daysLate))));
        if (lateness != UNKNOWN) {
            reasons.add(
                    new Reason(Kind.MEAN_LATENESS, BigDecimal.valueOf(lateness, 1), hundredths(ofLateness(lateness))));
        }
        if (dso != UNKNOWN) {
            reasons.add(new Reason(Kind.DSO, BigDecimal.valueOf(dso, 1), hundredths(ofDso(dso))));
        }
        return new Priority(score(amount, daysLate, lateness, dso), List.copyOf(reasons));
    }

    /// What the amount is multiplied by.
    public BigDecimal factor() {
        return reasons.stream()
                .map(Reason::factor)
                .reduce(BigDecimal.ONE, BigDecimal::multiply)
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static int ofDelay(int daysLate) {
        return daysLate >= 0 ? 100 + 100 * daysLate / MONTH : 100 * MONTH / (MONTH - daysLate);
    }

    private static int ofLateness(int tenths) {
        return tenths == UNKNOWN ? 100 : 100 + Math.clamp(tenths, 0, TENTHS_OF_HALF_A_YEAR) / 3;
    }

    private static int ofDso(int tenths) {
        return tenths == UNKNOWN ? 100 : 100 + Math.clamp(tenths, 0, TENTHS_OF_A_YEAR) / 9;
    }

    private static BigDecimal hundredths(int value) {
        return BigDecimal.valueOf(value, 2);
    }
}
