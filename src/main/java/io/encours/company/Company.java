package io.encours.company;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company whose receivables are collected.
///
/// @param siren nine digits
/// @param currency ISO 4217, of its accounts
/// @param country ISO 3166; decides the calendar of working days
/// @param parent code of the parent company
/// @param paymentTerms of customers without their own (grammar: fec.md §6)
/// @param receivablePrefixes accounts that are imported as receivables (fec.md §3)
/// @param excludedPrefixes and those of them that are not
/// @param calendar of working days: a country's, `FR-AM` Alsace-Moselle, `*` weekends only
/// @param language of customers who have not said theirs
public record Company(
        long id,
        String code,
        String name,
        @Nullable String siren,
        String currency,
        String country,
        ZoneId zone,
        @Nullable String parent,
        String paymentTerms,
        List<String> receivablePrefixes,
        List<String> excludedPrefixes,
        String language,
        String calendar) {}
