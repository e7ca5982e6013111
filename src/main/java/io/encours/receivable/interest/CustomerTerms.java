package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What differs for a customer.
///
/// @param rate null: the company's
/// @param percent when the rate is contractual
/// @param insolvencyOn day of the opening judgment; null: none
public record CustomerTerms(
        Debtor debtor,
        @Nullable RateChoice rate,
        @Nullable BigDecimal percent,
        @Nullable LocalDate insolvencyOn) {

    public static final CustomerTerms USUAL = new CustomerTerms(Debtor.PROFESSIONAL, null, null, null);
}
