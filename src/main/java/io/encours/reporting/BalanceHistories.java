package io.encours.reporting;

import io.encours.company.Company;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.reporting.BalanceHistory.Day;
import io.encours.reporting.BalanceHistory.Month;
import io.encours.reporting.HistoryStore.Totals;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The history of the aged balance (E3, E4): what was computed at the end of each day is kept and never
/// changed; a day of
/// which nothing was kept, such as those before installation, is computed from the dated entries. Where the
/// ledger tells a
/// kept day otherwise today, both are shown.
@Service
public class BalanceHistories {

    private static final int MOST_DAYS = 1_100;

    private final HistoryStore store;
    private final AgedBalances balances;
    private final ReportSettings settings;
    private final Clock clock;

    BalanceHistories(DSLContext db, AgedBalances balances, ReportSettings settings, Clock clock) {
        this.store = new HistoryStore(db);
        this.balances = balances;
        this.settings = settings;
        this.clock = clock;
    }

    /// Each day of a span, and the months of the year of its last day beside the year before.
    ///
    /// @throws Problem refused when the span is longer than three years or ends before it begins
    public BalanceHistory of(Extent extent, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.invalid("to", "reporting.problem.span");
        }
        var before = YearMonth.of(to.getYear() - 1, 1).atDay(1);
        var earliest = before.isBefore(from) ? before : from;
        var computed = store.computed(extent, earliest, to);
        var kept = extent.isWhole() ? store.kept(extent.companyIds(), earliest, to) : Map.<LocalDate, Totals>of();
        return new BalanceHistory(
                from,
                to,
                extent.currency(),
                from.datesUntil(to.plusDays(1))
                        .map(day -> day(extent, day, computed.getOrDefault(day, Totals.NONE), kept.get(day)))
                        .toList(),
                months(extent, to, computed, kept));
    }

    private static Day day(Extent extent, LocalDate date, Totals computed, @Nullable Totals kept) {
        var shown = kept == null ? computed : kept;
        var corrected = kept != null && !kept.equalsInAmount(computed);
        var overdue = extent.money(shown.overdue());
        var notDue = extent.money(shown.notDue());
        var credits = extent.money(shown.credits());
        return new Day(
                date,
                overdue,
                notDue,
                credits,
                overdue.add(notDue).add(credits),
                kept != null,
                corrected,
                corrected ? extent.money(computed.overdue()) : null);
    }

    private static List<Month> months(
            Extent extent, LocalDate to, Map<LocalDate, Totals> computed, Map<LocalDate, Totals> kept) {
        return IntStream.rangeClosed(1, to.getMonthValue())
                .mapToObj(number -> {
                    var month = YearMonth.of(to.getYear(), number);
                    var end = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
                    var yearBefore = month.minusYears(1).atEndOfMonth();
                    return new Month(
                            month,
                            end,
                            overdue(extent, end, computed, kept),
                            yearBefore,
                            overdue(extent, yearBefore, computed, kept));
                })
                .toList();
    }

    private static BigDecimal overdue(
            Extent extent, LocalDate day, Map<LocalDate, Totals> computed, Map<LocalDate, Totals> kept) {
        var shown = kept.getOrDefault(day, computed.getOrDefault(day, Totals.NONE));
        return extent.money(shown.overdue());
    }

    /// Keeps the aged balance of a company at the end of a day, unless it was kept before.
    @Transactional
    public void keep(Company company, LocalDate day) {
        var extent = new Extent(
                new Scope(0, Set.of(company.id()), Scope.Portfolio.EVERYONE),
                ReportFilter.of(company.code()),
                List.of(company),
                company.currency(),
                null);
        var buckets = settings.of(company.id()).buckets();
        store.keep(
                company.id(),
                company.currency(),
                day,
                balances.total(extent, day, buckets),
                buckets,
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
