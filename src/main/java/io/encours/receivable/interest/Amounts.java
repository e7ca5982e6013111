package io.encours.receivable.interest;

import java.math.BigDecimal;

/// The two parts of a claim.
///
/// @param indemnity for recovery, 40 euros (D441-5)
public record Amounts(BigDecimal interest, BigDecimal indemnity) {

    public static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal total() {
        return interest.add(indemnity);
    }

    public Amounts plus(Amounts other) {
        return new Amounts(interest.add(other.interest), indemnity.add(other.indemnity));
    }

    public Amounts minus(Amounts other) {
        return new Amounts(interest.subtract(other.interest), indemnity.subtract(other.indemnity));
    }

    public Amounts negated() {
        return new Amounts(interest.negate(), indemnity.negate());
    }

    /// The parts that are above zero.
    public Amounts positive() {
        return new Amounts(interest.max(BigDecimal.ZERO), indemnity.max(BigDecimal.ZERO));
    }

    public boolean isZero() {
        return interest.signum() == 0 && indemnity.signum() == 0;
    }
}
