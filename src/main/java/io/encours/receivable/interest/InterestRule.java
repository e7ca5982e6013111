package io.encours.receivable.interest;

import io.encours.receivable.interest.AppliedRate.Basis;
import java.math.BigDecimal;

/// Which rate late payment costs (C. com. L441-10 II).
public sealed interface InterestRule {

    /// Points above the rate of the European Central Bank, when nothing was agreed.
    BigDecimal STATUTORY_POINTS = BigDecimal.TEN;

    /// The same for public bodies (CCP R2192-31).
    BigDecimal PUBLIC_POINTS = BigDecimal.valueOf(8);

    /// No agreed rate is below so many times the legal interest.
    BigDecimal FLOOR = BigDecimal.valueOf(3);

    /// The rate of the law, set anew on 1 January and 1 July.
    record Statutory() implements InterestRule {}

    /// Agreed on; where it is below the floor of a half-year, the floor counts.
    record Contractual(BigDecimal percent) implements InterestRule {}

    /// Public bodies: one rate for the whole delay, of the half-year in which interest began to run.
    record PublicBody() implements InterestRule {}

    /// No interest is claimed.
    record None() implements InterestRule {}

    /// The rate of a half-year.
    ///
    /// @param begun half-year in which interest of the item began to run
    default AppliedRate in(Semester semester, Semester begun, ReferenceRates rates) {
        return switch (this) {
            case Statutory() -> {
                var mro = rates.at(RateKind.MRO, semester);
                yield new AppliedRate(
                        mro.percent().add(STATUTORY_POINTS), Basis.MRO_PLUS_10, mro.known(), mro.provisional());
            }
            case PublicBody() -> {
                var mro = rates.at(RateKind.MRO, begun);
                yield new AppliedRate(
                        mro.percent().add(PUBLIC_POINTS), Basis.MRO_PLUS_8, mro.known(), mro.provisional());
            }
            case Contractual(var percent) -> {
                var legal = rates.at(RateKind.LEGAL_PRO, semester);
                var floor = legal.percent().multiply(FLOOR);
                yield percent.compareTo(floor) < 0
                        ? new AppliedRate(floor, Basis.FLOOR, legal.known(), legal.provisional())
                        : new AppliedRate(percent, Basis.CONTRACT, semester, false);
            }
            case None() -> new AppliedRate(BigDecimal.ZERO, Basis.NONE, semester, false);
        };
    }
}
