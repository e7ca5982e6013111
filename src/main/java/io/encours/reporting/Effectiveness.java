package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Collection effectiveness of a month (*efficacité recouvrement*, R1, kpi.md §9) as of a day. Rates are
/// percent with one
/// decimal.
///
/// @param target what is wanted of the month
/// @param overdueAtStart claims overdue on the eve of the month
/// @param fallingDue claims due in the month, as far as they were open on its eve, and those entered in it that
///     are due by
///     its end
/// @param credited taken off these by credit notes, write-offs and whatever is not money
/// @param toCollect overdue + falling due − credited
/// @param collected money on these claims in the month
/// @param days of the month up to the day: collected up to then, and the rate
/// @param lastMonth the month before, whole
public record Effectiveness(
        YearMonth month,
        LocalDate asOf,
        String currency,
        CollectionTarget target,
        BigDecimal overdueAtStart,
        BigDecimal fallingDue,
        BigDecimal credited,
        BigDecimal toCollect,
        BigDecimal collected,
        BigDecimal remaining,
        BigDecimal rate,
        List<Day> days,
        Sums lastMonth,
        List<Collector> collectors)
        implements Report {

    public record Day(LocalDate date, BigDecimal collected, BigDecimal rate) {}

    /// A day of the month, with the same of the month before.
    ///
    /// @param day 1 to 31
    /// @param now null: still to come, or the month is shorter
    public record Beside(
            int day, @Nullable Day now, @Nullable Day before) {}

    /// Both months day by day, as far as either goes.
    public List<Beside> besideLastMonth() {
        return IntStream.rangeClosed(1, Math.max(days.size(), lastMonth.days().size()))
                .mapToObj(day -> new Beside(day, at(days, day), at(lastMonth.days(), day)))
                .toList();
    }

    private static @Nullable Day at(List<Day> days, int day) {
        return day <= days.size() ? days.get(day - 1) : null;
    }

    /// @param days of the whole month, as `days` above
    public record Sums(
            YearMonth month,
            CollectionTarget target,
            BigDecimal toCollect,
            BigDecimal collected,
            BigDecimal remaining,
            BigDecimal rate,
            List<Day> days) {}

    /// @param agent login; empty: customers without a collector
    public record Collector(
            String agent,
            String name,
            BigDecimal toCollect,
            BigDecimal collected,
            BigDecimal remaining,
            BigDecimal rate,
            CollectionTarget target) {}
}
