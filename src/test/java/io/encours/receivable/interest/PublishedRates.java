package io.encours.receivable.interest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Rates for tests without a database: those of the years of the worked examples.
final class PublishedRates {

    static final ReferenceRates RATES = new ReferenceRates(rates());

    private PublishedRates() {}

    private static List<ReferenceRate> rates() {
        var rates = new ArrayList<ReferenceRate>();
        add(rates, "2023-H1", "2.50", "2.06");
        add(rates, "2023-H2", "4.00", "4.22");
        add(rates, "2024-H1", "4.50", "5.07");
        add(rates, "2024-H2", "4.25", "4.92");
        add(rates, "2025-H1", "3.15", "3.71");
        add(rates, "2025-H2", "2.15", "2.76");
        add(rates, "2026-H1", "2.15", "2.62");
        return rates;
    }

    private static void add(List<ReferenceRate> rates, String semester, String mro, String legal) {
        var half = Semester.parse(semester).orElseThrow();
        rates.add(new ReferenceRate(RateKind.MRO, half, new BigDecimal(mro), "test"));
        rates.add(new ReferenceRate(RateKind.LEGAL_PRO, half, new BigDecimal(legal), "test"));
    }
}
