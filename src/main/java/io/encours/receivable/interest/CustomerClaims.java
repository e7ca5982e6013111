package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// The claims of one customer as of a day.
///
/// @param unallocated payments that settle nothing yet, zero or less: when they are matched, interest stops on the day
///     they arrived
/// @param decisions up to the day, the first first
public record CustomerClaims(
        LocalDate asOf,
        String currency,
        CompanyTerms companyTerms,
        CustomerTerms customerTerms,
        BigDecimal unallocated,
        List<Claim> claims,
        List<ClaimDecision> decisions) {

    public Amounts accrued() {
        return sum(Claim::accrued);
    }

    public Amounts invoiced() {
        return sum(Claim::invoiced);
    }

    public Amounts waived() {
        return sum(Claim::waived);
    }

    public Amounts claimable() {
        return sum(Claim::claimable);
    }

    /// Some rate is not published yet; the last known stands in.
    public boolean provisional() {
        return claims.stream().anyMatch(claim -> claim.accrual().provisional());
    }

    /// Has the decision been taken back?
    public boolean isReversed(ClaimDecision decision) {
        return decisions.stream()
                .anyMatch(other -> Long.valueOf(decision.id().id()).equals(other.reverses()));
    }

    private Amounts sum(Function<Claim, Amounts> part) {
        return claims.stream().map(part).reduce(Amounts.NONE, Amounts::plus);
    }
}
