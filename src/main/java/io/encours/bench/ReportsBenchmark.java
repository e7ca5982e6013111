package io.encours.bench;

import io.encours.platform.BusinessDate;
import io.encours.reporting.AgedBalances;
import io.encours.reporting.BalanceHistories;
import io.encours.reporting.Buckets;
import io.encours.reporting.CashForecasts;
import io.encours.reporting.CollectionEffectiveness;
import io.encours.reporting.Dsos;
import io.encours.reporting.Extent;
import io.encours.reporting.Extents;
import io.encours.reporting.PaymentDelays;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.Schedules;
import io.encours.reporting.Turnovers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// The figures of a company after so many lines of FEC: those of a dashboard, each on its own, and the first
/// page of the aged balance with its total, and the reports that read entries. Beside them the sums of a bare
/// scan of the same items.
final class ReportsBenchmark implements Benchmark {

    /// Of ten invoices, how many stay unpaid.
    private static final int OPEN = 2;

    private static final int TIMES = 20;
    private static final int ROWS = 100;
    private static final int HISTORY_DAYS = 60;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var today = bed.bean(BusinessDate.class).today();
        var company = bed.company();
        var ledger = new SyntheticLedger(today.withDayOfYear(1).minusYears(1), size, OPEN);
        ImportBenchmark.send(bed, company.code(), ledger.write(bed.folder()));
        bed.db().execute("vacuum analyze");
        // The end of the ledger's year: what is open then, settled later or not, is of every bucket.
        var asOf = today.withDayOfYear(1).minusDays(1);
        var extent = bed.bean(Extents.class).of(bed.everything(), ReportFilter.of(company.code()));
        var dashboard = new Samples();
        var page = new Samples();
        var lists = List.<Figure>of(
                new Figure(
                        "effectiveness",
                        () -> bed.bean(CollectionEffectiveness.class).of(extent, YearMonth.from(asOf), asOf)),
                new Figure(
                        "schedule",
                        () -> bed.bean(Schedules.class).page(extent, asOf, Schedules.USUAL_MONTHS, null, ROWS)),
                new Figure("forecast", () -> bed.bean(CashForecasts.class).page(extent, asOf, ROWS, null)),
                new Figure("payment-delay", () -> bed.bean(PaymentDelays.class).of(extent, null, null, asOf)));
        var scan = new Samples();
        for (var run = -2; run < TIMES; run++) {
            for (var figure : figures(bed, extent, asOf)) {
                (run < 0 ? new Samples() : dashboard).time(figure);
            }
            (run < 0 ? new Samples() : page)
                    .time(() -> bed.bean(AgedBalances.class).page(extent, asOf, Buckets.USUAL, null, ROWS));
            (run < 0 ? new Samples() : scan).time(() -> scan(bed, company.id(), asOf));
            for (var list : lists) {
                (run < 0 ? new Samples() : list.samples()).time(list.work());
            }
        }
        return Stream.concat(
                        Stream.of(
                                Measurement.ofAnswers("reports-dashboard", size, dashboard, scan),
                                Measurement.ofAnswers("reports-aged-balance", size, page, scan)),
                        lists.stream()
                                .map(list ->
                                        Measurement.ofAnswers("reports-" + list.name(), size, list.samples(), scan)))
                .toList();
    }

    /// A report that reads entries, on its own.
    private record Figure(String name, Samples.Work work, Samples samples) {

        Figure(String name, Samples.Work work) {
            this(name, work, new Samples());
        }
    }

    private static List<Samples.Work> figures(Bed bed, Extent extent, LocalDate asOf) {
        return List.of(
                () -> bed.bean(AgedBalances.class).total(extent, asOf, Buckets.USUAL),
                () -> bed.bean(Dsos.class).of(extent, asOf, null, null),
                () -> bed.bean(Turnovers.class).of(extent, asOf),
                () -> bed.bean(Turnovers.class).days(extent, YearMonth.from(asOf), asOf),
                () -> bed.bean(BalanceHistories.class).of(extent, asOf.minusDays(HISTORY_DAYS), asOf));
    }

    private static void scan(Bed bed, long company, LocalDate asOf) {
        bed.db().fetch("""
                select sum(original) filter (where original > 0 and due_date < ?::date), sum(original)
                from receivable.open_item
                where company_id = ? and entry_date <= ?::date and (settled_on is null or settled_on > ?::date)
                """, asOf, company, asOf, asOf);
    }
}
