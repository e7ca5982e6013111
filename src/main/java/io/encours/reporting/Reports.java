package io.encours.reporting;

import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Every report by its name: what was asked, the usual in place of what was not, and who may see it.
@Service
public class Reports {

    private static final int MOST_MONTHS = 36;
    private static final int MOST_ROWS = 1_000;

    /// The reports themselves, made of the same facts.
    record Makers(
            AgedBalances agedBalances,
            Dsos dsos,
            PaymentDelays delays,
            CollectionEffectiveness effectiveness,
            UnallocatedPayments unallocated,
            Schedules schedules,
            CashForecasts forecasts,
            DisputeReports disputes,
            Activities activities,
            PromiseReports promises,
            Turnovers turnovers,
            BalanceHistories histories) {}

    private final Makers makers;
    private final Extents extents;
    private final ReportSettings settings;
    private final BusinessDate businessDate;

    Reports(Makers makers, Extents extents, ReportSettings settings, BusinessDate businessDate) {
        this.makers = makers;
        this.extents = extents;
        this.settings = settings;
        this.businessDate = businessDate;
    }

    /// @throws Problem not found, also outside of the scope; refused with the fields that are wrong
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ) // rows and totals of one moment
    public Report of(Scope scope, ReportName name, ReportQuery query) {
        var extent = extents.of(scope, query.filter());
        var today = businessDate.today(extent.company().zone());
        var asOf = Objects.requireNonNullElse(query.when().asOf(), today);
        var month = Objects.requireNonNullElse(query.when().month(), YearMonth.from(asOf));
        var to = Objects.requireNonNullElseGet(query.when().to(), () -> earlier(month.atEndOfMonth(), asOf));
        var from = Objects.requireNonNullElseGet(
                query.when().from(),
                () -> query.when().to() == null
                        ? month.atDay(1)
                        : query.when().to().withDayOfMonth(1));
        return switch (name) {
            case AGED_BALANCE -> agedBalance(extent, asOf, query);
            case DSO -> dso(extent, asOf, query);
            case AVERAGE_PAYMENT_DELAY ->
                delay(extent, Objects.requireNonNullElse(query.when().to(), asOf), query);
            case COLLECTION_EFFECTIVENESS -> makers.effectiveness().of(extent, month, asOf);
            case UNALLOCATED_PAYMENTS -> makers.unallocated().of(extent, from, to);
            case SCHEDULE -> schedule(extent, asOf, query);
            case CASH_FORECAST ->
                makers.forecasts().page(extent, asOf, rows(query), query.rows().cursor());
            case DISPUTES -> makers.disputes().of(extent, asOf);
            case ACTIVITY -> makers.activities().of(extent, from, to, asOf);
            case PROMISES ->
                makers.promises().of(extent, from, to, asOf, query.how().heardBy());
            case TURNOVER_AND_PAYMENTS -> makers.turnovers().of(extent, asOf);
            case PAYMENT_DAYS -> makers.turnovers().days(extent, month, asOf);
            case AGED_BALANCE_HISTORY -> makers.histories().of(extent, from, to);
        };
    }

    /// Every row of an aged balance, read as it is used, however many there are; the total comes back.
    ///
    /// @param names told those of the buckets before the first row
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AgedBalance.Amounts eachAged(
            Scope scope, ReportQuery query, Consumer<List<String>> names, Consumer<AgedBalance.Row> sink) {
        var extent = extents.of(scope, query.filter());
        var asOf = Objects.requireNonNullElseGet(
                query.when().asOf(), () -> businessDate.today(extent.company().zone()));
        var buckets = settings.of(extent.company().id()).buckets();
        var by = Objects.requireNonNullElse(query.how().by(), AgedBalance.By.CUSTOMER);
        names.accept(buckets.names());
        makers.agedBalances().each(extent, asOf, buckets, by, sink);
        return makers.agedBalances().total(extent, asOf, buckets);
    }

    private AgedBalance agedBalance(Extent extent, LocalDate asOf, ReportQuery query) {
        var buckets = settings.of(extent.company().id()).buckets();
        var by = Objects.requireNonNullElse(query.how().by(), AgedBalance.By.CUSTOMER);
        var rows = rows(query);
        return rows == null || by != AgedBalance.By.CUSTOMER
                ? makers.agedBalances().of(extent, asOf, buckets, by)
                : makers.agedBalances().page(extent, asOf, buckets, query.rows().cursor(), rows);
    }

    /// How many rows were asked for; null: all.
    private static @Nullable Integer rows(ReportQuery query) {
        return query.rows().limit() == null
                ? null
                : Integer.valueOf(Math.clamp(query.rows().limit(), 1, MOST_ROWS));
    }

    private Dso dso(Extent extent, LocalDate asOf, ReportQuery query) {
        var days = query.how().days();
        if (days != null && !ReportSettings.isDays(days)) {
            throw Problem.invalid("days", "reporting.problem.days", String.valueOf(ReportSettings.MOST_DAYS));
        }
        return query.how().wantsCurve()
                ? makers.dsos().curve(extent, asOf, query.how().method(), days)
                : makers.dsos().of(extent, asOf, query.how().method(), days);
    }

    private PaymentDelay delay(Extent extent, LocalDate asOf, ReportQuery query) {
        var delay =
                makers.delays().of(extent, query.how().reference(), query.when().from(), asOf);
        return query.how().wantsCurve()
                ? delay.with(makers.delays().months(extent, query.how().reference(), asOf))
                : delay;
    }

    private Schedule schedule(Extent extent, LocalDate asOf, ReportQuery query) {
        var months = Objects.requireNonNullElse(query.how().months(), Schedules.USUAL_MONTHS);
        if (months < 1 || months > MOST_MONTHS) {
            throw Problem.invalid("months", "reporting.problem.months", String.valueOf(MOST_MONTHS));
        }
        var rows = rows(query);
        return rows == null
                ? makers.schedules().of(extent, asOf, months)
                : makers.schedules().page(extent, asOf, months, query.rows().cursor(), rows);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
