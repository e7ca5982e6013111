package io.encours.receivable.api;

import io.encours.platform.Money;
import io.encours.receivable.interest.Amounts;
import io.encours.receivable.interest.Claim;
import io.encours.receivable.interest.ClaimDecision;
import io.encours.receivable.interest.CompanyClaims;
import io.encours.receivable.interest.CustomerClaims;
import io.encours.receivable.interest.InterestLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The claims of a customer as the API writes them.
///
/// @param provisional some rate is not published yet; the last known stands in
/// @param unallocated payments that settle nothing yet, zero or less
record InterestAnswer(
        LocalDate asOf,
        String currency,
        boolean provisional,
        String unallocated,
        Totals total,
        List<Item> items,
        List<Decision> decisions) {

    static InterestAnswer of(CustomerClaims claims) {
        var currency = claims.currency();
        return new InterestAnswer(
                claims.asOf(),
                currency,
                claims.provisional(),
                plain(claims.unallocated(), currency),
                new Totals(
                        Parts.of(claims.accrued(), currency),
                        Parts.of(claims.invoiced(), currency),
                        Parts.of(claims.waived(), currency),
                        Parts.of(claims.claimable(), currency)),
                claims.claims().stream()
                        .map(claim -> Item.of(claim, claims.asOf()))
                        .toList(),
                claims.decisions().stream().map(Decision::of).toList());
    }

    /// Interest and the indemnity of 40 euros.
    record Parts(String interest, String indemnity, String total) {

        static Parts of(Amounts amounts, String currency) {
            return new Parts(
                    plain(amounts.interest(), currency),
                    plain(amounts.indemnity(), currency),
                    plain(amounts.total(), currency));
        }
    }

    record Totals(Parts accrued, Parts invoiced, Parts waived, Parts claimable) {

        static Totals of(CompanyClaims claims) {
            return new Totals(
                    Parts.of(claims.accrued(), claims.currency()),
                    Parts.of(claims.invoiced(), claims.currency()),
                    Parts.of(claims.waived(), claims.currency()),
                    Parts.of(claims.claimable(), claims.currency()));
        }

        static Totals of(CompanyClaims.Row row, String currency) {
            return new Totals(
                    Parts.of(row.accrued(), currency),
                    Parts.of(row.invoiced(), currency),
                    Parts.of(row.waived(), currency),
                    Parts.of(row.claimable(), currency));
        }
    }

    /// @param kind null: not late, or no longer there; only decisions speak of it
    /// @param settledOn the day the last of it was credited
    record Item(
            String id,
            String document,
            @Nullable String kind,
            LocalDate documentDate,
            LocalDate dueDate,
            @Nullable LocalDate settledOn,
            long daysLate,
            String original,
            String remaining,
            String currency,
            List<Line> lines,
            Parts accrued,
            Parts invoiced,
            Parts waived,
            Parts claimable) {

        static Item of(Claim claim, LocalDate asOf) {
            var currency = claim.currency();
            return new Item(
                    claim.item().toString(),
                    claim.document(),
                    claim.kind() == null ? null : claim.kind().name(),
                    claim.documentDate(),
                    claim.dueDate(),
                    claim.settledOn(),
                    claim.daysLate(asOf),
                    plain(claim.original(), currency),
                    plain(claim.remaining(), currency),
                    currency,
                    claim.accrual().lines().stream()
                            .map(line -> Line.of(line, currency))
                            .toList(),
                    Parts.of(claim.accrued(), currency),
                    Parts.of(claim.invoiced(), currency),
                    Parts.of(claim.waived(), currency),
                    Parts.of(claim.claimable(), currency));
        }
    }

    /// @param interest not rounded: only the sum is
    /// @param basis MRO_PLUS_10, MRO_PLUS_8, CONTRACT, FLOOR
    /// @param rateOf half-year whose published rate was taken
    record Line(
            LocalDate from,
            LocalDate to,
            long days,
            String principal,
            String percent,
            String basis,
            String rateOf,
            boolean provisional,
            String interest) {

        private static final int DECIMALS = 6;

        static Line of(InterestLine line, String currency) {
            return new Line(
                    line.from(),
                    line.to(),
                    line.days(),
                    plain(line.principal(), currency),
                    line.rate().percent().toPlainString(),
                    line.rate().basis().name(),
                    line.rate().known().toString(),
                    line.rate().provisional(),
                    line.interest()
                            .setScale(DECIMALS, java.math.RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    /// @param reverses id of the decision it takes back
    record Decision(
            String id,
            String item,
            String document,
            String kind,
            Parts amounts,
            LocalDate on,
            OffsetDateTime recordedAt,
            String author,
            String reason,
            String reference,
            @Nullable String reverses) {

        static Decision of(ClaimDecision decision) {
            var customer = decision.id().customer();
            var reverses = decision.reverses();
            return new Decision(
                    decision.id().toString(),
                    new io.encours.platform.RowId(customer, decision.itemId()).toString(),
                    decision.document(),
                    decision.kind().name(),
                    Parts.of(decision.amounts(), decision.currency()),
                    decision.decidedOn(),
                    decision.recordedAt(),
                    decision.author(),
                    decision.reason(),
                    decision.reference(),
                    reverses == null ? null : new io.encours.platform.RowId(customer, reverses).toString());
        }
    }

    static String plain(BigDecimal amount, String currency) {
        return Money.of(amount, currency).plain();
    }
}
