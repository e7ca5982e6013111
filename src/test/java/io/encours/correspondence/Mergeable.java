package io.encours.correspondence;

import io.encours.correspondence.MergeData.Charges;
import io.encours.correspondence.MergeData.Dated;
import io.encours.correspondence.MergeData.Debit;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.MergeData.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Data to fill templates with, on 24 November 2026.
final class Mergeable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Mergeable() {}

    /// Two invoices of Dupont & Fils, of which one is overdue by twenty days and partly paid.
    static MergeData twoItems() {
        return of(
                new Line(
                        "F2026-1182",
                        "Travaux",
                        LocalDate.of(2026, 10, 5),
                        LocalDate.of(2026, 11, 4),
                        new BigDecimal("7200.00"),
                        new BigDecimal("6200.00")),
                new Line(
                        "F2026-1240",
                        "Fournitures",
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2026, 11, 25),
                        new BigDecimal("8040.00"),
                        new BigDecimal("8040.00")));
    }

    /// The first of them alone, without a deadline.
    static MergeData oneItem() {
        var data = twoItems();
        return of(data.items().getFirst()).until(null);
    }

    static MergeData of(Line... items) {
        return new MergeData(
                TODAY,
                LocalDate.of(2026, 12, 1),
                "EUR",
                new Party(
                        "Dupont & Fils",
                        "C0042",
                        "552100554",
                        null,
                        "12 rue des Lilas",
                        "69003",
                        "Lyon",
                        null,
                        "compta@dupont.example",
                        null),
                Person.NOBODY,
                new Party("Lumen SAS", "LUMEN", "808080808", null, null, null, null, null, null, null),
                new Person("Nadia Benali", "nadia@lumen.example", null),
                List.of(items),
                new Totals(
                        new BigDecimal("6200.00"),
                        new BigDecimal("8040.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("14240.00")),
                PaymentMeans.UNKNOWN,
                null,
                Occasion.NONE);
    }

    /// With everything that can be known.
    static MergeData complete() {
        var data = twoItems();
        return new MergeData(
                data.today(),
                data.deadline(),
                data.currency(),
                data.customer(),
                new Person("Claire Martin", "claire.martin@dupont.example", "04 00 00 00 00"),
                data.company(),
                data.agent(),
                data.items(),
                new Totals(
                        new BigDecimal("6200.00"),
                        new BigDecimal("8040.00"),
                        new BigDecimal("150.00"),
                        new BigDecimal("14090.00")),
                new PaymentMeans("FR7630006000011234567890189", "AGRIFRPP", "RF18C0042", "https://payer.example/r/abc"),
                new Charges(new BigDecimal("47.11"), new BigDecimal("40.00")),
                new Occasion(
                        new Dated(LocalDate.of(2026, 12, 1), new BigDecimal("6200.00")),
                        new Debit(LocalDate.of(2026, 11, 30), new BigDecimal("8040.00"), "RUM-0042", "Provision"),
                        List.of(
                                new Dated(LocalDate.of(2026, 12, 1), new BigDecimal("3100.00")),
                                new Dated(LocalDate.of(2027, 1, 4), new BigDecimal("3100.00"))),
                        new Dated(LocalDate.of(2026, 11, 23), new BigDecimal("1000.00"))));
    }
}
