package io.encours.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A customer of a demonstration company.
///
/// @param siren null outside of France
/// @param terms in the grammar of fec.md §6
/// @param agent login of the collector; null: nobody yet
/// @param strategy null: the default one
/// @param salesPerYear invoices
/// @param usualAmount of an invoice, without tax
/// @param paysInRuns pays on fixed days whatever is due by then
record DemoCustomer(
        int number,
        String code,
        String name,
        @Nullable String siren,
        @Nullable String group,
        @Nullable String agent,
        String email,
        String phone,
        String address,
        String postalCode,
        String city,
        String country,
        Terms terms,
        String paymentMethod,
        BigDecimal creditLimit,
        String riskClass,
        @Nullable String strategy,
        Payer payer,
        int salesPerYear,
        BigDecimal usualAmount,
        boolean paysInRuns) {

    boolean paysBy(String method) {
        return paymentMethod.equals(method);
    }

    /// Sales abroad carry no French value added tax.
    boolean isTaxed() {
        return country.equals("FR");
    }
}
