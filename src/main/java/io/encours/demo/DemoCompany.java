package io.encours.demo;

import io.encours.company.Letterhead;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/// One of the two companies, and how its accounting writes files: the two differ in all that a real export may differ
/// in.
///
/// @param closing month at whose end its fiscal year ends
/// @param subAccounts customers are sub-accounts (`411ABC`), else auxiliaries of a collective account
/// @param dueDateColumn its export has a column with the due date; else terms and labels tell
/// @param salesPerMonth invoices of all customers together
/// @param usualAmount of an invoice, without tax
/// @param deposits part of its orders is paid in advance
/// @param retentions part of its invoices is held back for a year
record DemoCompany(
        String code,
        String name,
        int serial,
        Month closing,
        Charset charset,
        char separator,
        boolean subAccounts,
        boolean dueDateColumn,
        String salesAccount,
        String salesLabel,
        int customers,
        int salesPerMonth,
        BigDecimal usualAmount,
        boolean deposits,
        boolean retentions) {

    static final DemoCompany SUPPLIER = new DemoCompany(
            "QUINTAVEL",
            "Quintavel Industrie",
            10001,
            Month.DECEMBER,
            StandardCharsets.UTF_8,
            '\t',
            false,
            false,
            "70710000",
            "Ventes de marchandises",
            260,
            222,
            BigDecimal.valueOf(1450),
            true,
            false);

    static final DemoCompany SERVICES = new DemoCompany(
            "ORADINE",
            "Oradine Services",
            10002,
            Month.JUNE,
            Charset.forName("windows-1252"),
            '|',
            true,
            true,
            "70600000",
            "Prestations de services",
            140,
            118,
            BigDecimal.valueOf(2300),
            false,
            true);

    static final List<DemoCompany> ALL = List.of(SUPPLIER, SERVICES);

    /// Paper with an account nobody has: the bank code of the standard's own example.
    Letterhead.Draft letterhead() {
        var place = equals(SUPPLIER)
                ? new String[] {"18, rue des Écluses", "69002", "Lyon"}
                : new String[] {"4, allée des Platanes", "44000", "Nantes"};
        return new Letterhead.Draft(
                place[0],
                place[1],
                place[2],
                "04 65 71 00 00",
                "comptabilite@" + code.toLowerCase(Locale.ROOT) + ".example",
                "www." + code.toLowerCase(Locale.ROOT) + ".example",
                Siren.vatNumber(siren()),
                "SAS au capital de 250 000 €, RCS " + place[2],
                null,
                "FR7630006000011234567890189",
                "AGRIFRPP");
    }

    String siren() {
        return Siren.of(serial);
    }

    /// Last day of the fiscal year the day is in.
    LocalDate closingOf(LocalDate day) {
        var end = YearMonth.of(day.getYear(), closing).atEndOfMonth();
        return day.isAfter(end) ? YearMonth.of(day.getYear() + 1, closing).atEndOfMonth() : end;
    }
}
