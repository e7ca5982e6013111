package io.encours.company;

import io.encours.platform.BankAccount;
import org.jspecify.annotations.Nullable;

/// What stands on a company's paper (*papier à en-tête*); what is null is not printed.
///
/// @param name of the company
/// @param siren nine digits
/// @param country ISO 3166
/// @param legal last lines of the page: form, capital, register
/// @param signatory who signs letters, and as what
/// @param account to pay to
/// @param hasLogo see `Letterheads.logo`
public record Letterhead(
        String name,
        @Nullable String siren,
        String country,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String vatNumber,
        @Nullable String legal,
        @Nullable String signatory,
        @Nullable BankAccount account,
        boolean hasLogo) {

    /// What a caller says of it; checked in `Letterheads`.
    public record Draft(
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website,
            @Nullable String vatNumber,
            @Nullable String legal,
            @Nullable String signatory,
            @Nullable String iban,
            @Nullable String bic) {}
}
