package io.encours.demo;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

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

    String siren() {
        return Siren.of(serial);
    }

    /// Last day of the fiscal year the day is in.
    LocalDate closingOf(LocalDate day) {
        var end = YearMonth.of(day.getYear(), closing).atEndOfMonth();
        return day.isAfter(end) ? YearMonth.of(day.getYear() + 1, closing).atEndOfMonth() : end;
    }
}
