package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a company claims for late payment.
///
/// @param percent when the rate is contractual
/// @param indemnity 40 euros for a late invoice
/// @param waiving claims may be waived, by who may
public record CompanyTerms(
        RateChoice rate,
        @Nullable BigDecimal percent,
        DayBase dayBase,
        Imputation imputation,
        boolean indemnity,
        boolean waiving) {

    public static final CompanyTerms USUAL =
            new CompanyTerms(RateChoice.STATUTORY, null, DayBase.DAYS_365, Imputation.PRINCIPAL_FIRST, true, true);

    /// What counts for a customer.
    public InterestTerms of(CustomerTerms customer) {
        return new InterestTerms(
                switch (customer.debtor()) {
                    case CONSUMER -> new InterestRule.None();
                    case PUBLIC_BODY -> new InterestRule.PublicBody();
                    case PROFESSIONAL ->
                        customer.rate() == null ? rule(rate, percent) : rule(customer.rate(), customer.percent());
                },
                dayBase,
                imputation,
                indemnity && customer.debtor() != Debtor.CONSUMER,
                customer.insolvencyOn());
    }

    private static InterestRule rule(RateChoice choice, @Nullable BigDecimal percent) {
        return switch (choice) {
            case STATUTORY -> new InterestRule.Statutory();
            case CONTRACTUAL -> new InterestRule.Contractual(Objects.requireNonNull(percent));
            case NONE -> new InterestRule.None();
        };
    }
}
