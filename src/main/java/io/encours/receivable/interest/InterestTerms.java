package io.encours.receivable.interest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What counts for the items of a customer.
///
/// @param indemnity 40 euros are claimed for a late invoice
/// @param insolvencyOn opening judgment: claims from before it bear no interest from that day on, and the indemnity is
///     not due where payment at the due date was forbidden (C. com. L622-7, L622-28, D441-5); null: none
public record InterestTerms(
        InterestRule rule,
        DayBase dayBase,
        Imputation imputation,
        boolean indemnity,
        @Nullable LocalDate insolvencyOn) {

    /// What counts when nothing was set.
    public static final InterestTerms USUAL =
            new InterestTerms(new InterestRule.Statutory(), DayBase.DAYS_365, Imputation.PRINCIPAL_FIRST, true, null);
}
