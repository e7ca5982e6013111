package io.encours.customer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A customer account of a company.
///
/// @param company code
/// @param unidentified stands for lines on a bare control account
public record Customer(
        long id,
        long companyId,
        String company,
        String code,
        Details details,
        @Nullable Long agentId,
        @Nullable String agentName,
        boolean unidentified,
        String currency) {

    /// The master data.
    ///
    /// @param agent login of the user who collects from the customer
    /// @param site code of the site of the company that follows it
    /// @param paymentTerms as `Terms` writes them; null: the company's
    /// @param creditLimit in the company's currency; null: none was set
    /// @param strategy code of its own; null: rules say it, else the default
    public record Details(
            String name,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String vatNumber,
            @Nullable String group,
            @Nullable String agent,
            @Nullable String associatedPerson,
            @Nullable String site,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            String country,
            @Nullable String paymentTerms,
            @Nullable String paymentMethod,
            @Nullable BigDecimal creditLimit,
            @Nullable String riskClass,
            @Nullable String strategy) {

        /// @param code null: the customer has no strategy of its own
        public Details following(@Nullable String code) {
            return new Details(
                    name,
                    siren,
                    siret,
                    vatNumber,
                    group,
                    agent,
                    associatedPerson,
                    site,
                    language,
                    email,
                    phone,
                    address,
                    postalCode,
                    city,
                    country,
                    paymentTerms,
                    paymentMethod,
                    creditLimit,
                    riskClass,
                    code);
        }
    }

    public String name() {
        return details.name();
    }
}
