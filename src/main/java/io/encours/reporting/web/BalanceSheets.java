package io.encours.reporting.web;

import io.encours.reporting.AgedBalance;
import io.encours.reporting.AgedBalance.Amounts;
import io.encours.reporting.AgedBalance.By;
import io.encours.reporting.BalanceHistory;
import io.encours.reporting.web.Sheet.Cell;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import io.encours.reporting.web.Sheet.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The aged balance (R4) and how it developed (E3, E4), laid out.
final class BalanceSheets {

    private BalanceSheets() {}

    static Sheet of(Ask ask, AgedBalance balance) {
        var page = ask.page();
        var cells = new Cells(page);
        var total = balance.total();
        var by = Objects.requireNonNullElse(ask.query().how().by(), By.CUSTOMER);
        var size = balance.buckets().size();
        var heads = new ArrayList<Head>();
        heads.add(Head.text(page.t(by.messageKey())));
        for (var place = 0; place < size; place++) {
            heads.add(Head.bar(cells.bucket(balance.buckets().get(place)), Ink.bucket(place, size)));
        }
        heads.add(Head.number(page.t("reporting.page.credits")));
        heads.add(Head.number(page.t("reporting.page.balance", balance.currency())));
        var lines = balance.rows().stream()
                .map(row -> {
                    var drill = ask.drill().of(by, row.key(), row.company());
                    var name = by == By.AGENT
                            ? cells.collector(row.key(), row.name())
                            : row.name().isEmpty() ? page.t("reporting.page.without") : row.name();
                    var first = by == By.CUSTOMER && row.company() != null
                            ? cells.link(name, ask.drill().credit(row.company(), row.key()))
                            : cells.link(name, null);
                    var amounts = new ArrayList<Cell>();
                    amounts.add(first);
                    amounts.addAll(buckets(cells, row.amounts(), balance, drill));
                    return Line.of(
                            name,
                            amounts,
                            cells.amount(row.unallocated(), drill == null ? null : drill.credits()),
                            cells.amount(row.total(), drill == null ? null : drill.all()));
                })
                .toList();
        var sums = new ArrayList<Cell>();
        sums.add(cells.text(page.t("reporting.page.total")));
        sums.addAll(buckets(cells, total.amounts(), balance, ask.drill()));
        var list = new Part(
                "figures",
                page.t(
                        "reporting.page.aged.list",
                        page.t(by.messageKey()).toLowerCase(page.formats().locale())),
                by == By.CUSTOMER || lines.size() > 40 ? null : Chart.STACKED,
                heads,
                lines,
                Line.of(
                        "",
                        sums,
                        cells.amount(total.unallocated(), ask.drill().credits()),
                        cells.amount(total.total(), ask.drill().all())),
                balance.next() == null ? null : Sheets.rows(ask, balance.next()));
        return new Sheet(
                page.money(total.total(), balance.currency()),
                page.t(
                        "reporting.page.aged.sentence",
                        page.money(total.overdue(), balance.currency()),
                        cells.percent(total.overdueRate()),
                        page.money(total.amounts().getFirst(), balance.currency()),
                        page.money(total.unallocated().negate(), balance.currency())),
                bar(cells, total, balance, ask.drill()),
                List.of(list));
    }

    /// The claims as one bar, by age.
    static List<Share> bar(Cells cells, Amounts total, AgedBalance balance, Drill drill) {
        var claims = total.amounts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (claims.signum() == 0) {
            return List.of();
        }
        var size = total.amounts().size();
        return IntStream.range(0, size)
                .mapToObj(place -> {
                    var amount = total.amounts().get(place);
                    var share = amount.movePointRight(2).divide(claims, 1, RoundingMode.HALF_UP);
                    return new Share(
                            cells.bucket(balance.buckets().get(place)),
                            cells.page().money(amount, balance.currency()),
                            cells.percent(share),
                            Ink.bucket(place, size),
                            share.toPlainString(),
                            drill.claims(dueFrom(place, balance), dueTo(place, balance)));
                })
                .toList();
    }

    private static List<Cell> buckets(
            Cells cells, List<BigDecimal> amounts, AgedBalance balance, @Nullable Drill drill) {
        return IntStream.range(0, amounts.size())
                .mapToObj(place -> cells.amount(
                        amounts.get(place),
                        drill == null ? null : drill.claims(dueFrom(place, balance), dueTo(place, balance))))
                .toList();
    }

    /// Of a bucket, from its name (`1-30`, `90+`): the days late it begins and ends with.
    private static @Nullable LocalDate dueFrom(int place, AgedBalance balance) {
        var name = balance.buckets().get(place);
        if (place == 0) {
            return balance.asOf();
        }
        return name.endsWith("+") ? null : balance.asOf().minusDays(Long.parseLong(name.split("-", 2)[1]));
    }

    private static @Nullable LocalDate dueTo(int place, AgedBalance balance) {
        if (place == 0) {
            return null;
        }
        var name = balance.buckets().get(place);
        return name.endsWith("+")
                ? balance.asOf().minusDays(Long.parseLong(name.replace("+", "")) + 1)
                : balance.asOf().minusDays(Long.parseLong(name.split("-", 2)[0]));
    }

    static Sheet of(Ask ask, BalanceHistory history) {
        var page = ask.page();
        var cells = new Cells(page);
        var days = history.days();
        var months = Part.chart(
                "months",
                page.t("reporting.page.history.months"),
                Chart.PLAIN,
                List.of(
                        Head.text(page.t("reporting.page.month")),
                        Head.bar(page.t("reporting.page.history.yearBefore"), Ink.BEFORE),
                        Head.bar(page.t("reporting.page.history.thisYear"), Ink.OVERDUE)),
                history.months().stream()
                        .map(month -> Line.of(
                                cells.month(month.month()),
                                cells.text(cells.longMonth(month.month())),
                                cells.amount(month.yearBefore(), aged(ask, month.asOfYearBefore())),
                                cells.amount(month.overdue(), aged(ask, month.asOf()))))
                        .toList());
        var list = Part.chart(
                "figures",
                page.t("reporting.page.history.days"),
                Chart.PLAIN,
                List.of(
                        Head.text(page.t("reporting.page.day")),
                        Head.bar(page.t("reporting.page.overdue"), Ink.OVERDUE),
                        Head.number(page.t("reporting.page.notDue")),
                        Head.number(page.t("reporting.page.credits")),
                        Head.number(page.t("reporting.page.balance", history.currency())),
                        Head.text(page.t("reporting.page.history.source"))),
                days.stream()
                        .map(day -> Line.of(
                                page.day(day.date()),
                                cells.date(day.date()),
                                cells.amount(day.overdue(), aged(ask, day.date())),
                                cells.amount(day.notDue()),
                                cells.amount(day.credits()),
                                cells.amount(day.total()),
                                source(cells, day)))
                        .toList());
        if (days.isEmpty()) {
            return Sheet.of("\u2014", page.t("reporting.page.history.none"), months, list);
        }
        var change = days.getLast().overdue().subtract(days.getFirst().overdue());
        return Sheet.of(
                page.money(days.getLast().overdue(), history.currency()),
                page.t(
                        "reporting.page.history.sentence",
                        page.date(history.to()),
                        (change.signum() > 0 ? "+" : "") + page.money(change, history.currency()),
                        page.date(history.from())),
                months,
                list);
    }

    private static String aged(Ask ask, LocalDate asOf) {
        return ask.address()
                .at("/reports/aged-balance")
                .without("from", "to")
                .with("asOf", asOf)
                .toString();
    }

    private static Cell source(Cells cells, BalanceHistory.Day day) {
        var page = cells.page();
        if (day.corrected() && day.recomputed() != null) {
            return cells.text(page.t("reporting.page.history.corrected", page.amount(day.recomputed())));
        }
        return cells.quiet(page.t("reporting.page.history." + (day.kept() ? "kept" : "rebuilt")));
    }
}
