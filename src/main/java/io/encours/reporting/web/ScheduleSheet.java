package io.encours.reporting.web;

import io.encours.reporting.AgedBalance.By;
import io.encours.reporting.Schedule;
import io.encours.reporting.web.Sheet.Cell;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What falls due when (R3), laid out: by month, then by customer.
final class ScheduleSheet {

    private ScheduleSheet() {}

    static Sheet of(Ask ask, Schedule schedule) {
        var page = ask.page();
        var cells = new Cells(page);
        var total = schedule.total();
        var heads = new ArrayList<Head>();
        heads.add(Head.text(page.t("reporting.page.customer")));
        heads.add(Head.number(page.t("reporting.page.overdue")));
        schedule.months().forEach(month -> heads.add(Head.number(cells.month(month))));
        heads.add(Head.number(page.t("reporting.page.schedule.later")));
        heads.add(Head.number(page.t("reporting.page.schedule.bills")));
        heads.add(Head.number(page.t("reporting.page.credits")));
        heads.add(Head.number(page.t("reporting.page.balance", schedule.currency())));
        var sums = new ArrayList<Cell>();
        sums.add(cells.text(page.t("reporting.page.total")));
        sums.addAll(amounts(cells, schedule, total.overdue(), total.months(), total.later(), ask.drill()));
        sums.add(cells.amount(
                bills(total.billsDue(), total.bills(), total.billsLater()),
                ask.drill().bills(null, null)));
        var lines = schedule.rows().stream()
                .map(row -> {
                    var of = new ArrayList<Cell>();
                    of.add(cells.link(row.name(), ask.drill().credit(row.company(), row.customer())));
                    of.addAll(amounts(
                            cells,
                            schedule,
                            row.overdue(),
                            row.months(),
                            row.later(),
                            ask.drill().of(By.CUSTOMER, row.customer(), row.company())));
                    var own = ask.drill().of(By.CUSTOMER, row.customer(), row.company());
                    of.add(cells.amount(
                            bills(row.billsDue(), row.bills(), row.billsLater()),
                            own == null ? null : own.bills(null, null)));
                    return Line.of(
                            row.name(),
                            of,
                            cells.amount(row.credits(), own == null ? null : own.credits()),
                            cells.amount(row.total(), own == null ? null : own.all()));
                })
                .toList();
        var toCome = total.months().stream().reduce(total.later(), BigDecimal::add);
        return Sheet.of(
                page.money(toCome, schedule.currency()),
                page.t(
                        "reporting.page.schedule.sentence",
                        page.money(total.overdue(), schedule.currency()),
                        page.money(total.months().getFirst(), schedule.currency()),
                        page.money(bills(total.billsDue(), total.bills(), total.billsLater()), schedule.currency())),
                months(cells, schedule, total.overdue(), total.months(), total.billsDue(), total.bills(), ask.drill()),
                new Part(
                        "figures",
                        page.t("reporting.page.schedule.list"),
                        null,
                        heads,
                        lines,
                        Line.of(
                                "",
                                sums,
                                cells.amount(total.credits(), ask.drill().credits()),
                                cells.amount(total.total(), ask.drill().all())),
                        schedule.next() == null ? null : Sheets.rows(ask, schedule.next())));
    }

    /// Overdue, then each month with the bills of exchange in it.
    static Part months(
            Cells cells,
            Schedule schedule,
            BigDecimal overdue,
            List<BigDecimal> months,
            BigDecimal billsDue,
            List<BigDecimal> bills,
            Drill drill) {
        var page = cells.page();
        var lines = new ArrayList<Line>();
        lines.add(Line.of(
                page.t("reporting.page.overdue"),
                cells.text(page.t("reporting.page.overdue")),
                cells.amount(overdue, drill.plainClaims(null, schedule.asOf().minusDays(1))),
                cells.none(),
                cells.amount(billsDue, drill.bills(null, schedule.asOf().minusDays(1)))));
        for (var place = 0; place < schedule.months().size(); place++) {
            var month = schedule.months().get(place);
            lines.add(Line.of(
                    cells.month(month),
                    cells.text(cells.longMonth(month)),
                    cells.none(),
                    cells.amount(months.get(place), drill.plainClaims(from(schedule, month), month.atEndOfMonth())),
                    cells.amount(bills.get(place), drill.bills(from(schedule, month), month.atEndOfMonth()))));
        }
        return Part.chart(
                "months",
                page.t("reporting.page.schedule.months"),
                Chart.STACKED,
                List.of(
                        Head.text(page.t("reporting.page.month")),
                        Head.bar(page.t("reporting.page.overdue"), Ink.OVERDUE),
                        Head.bar(page.t("reporting.page.notDue"), Ink.TO_COME),
                        Head.bar(page.t("reporting.page.schedule.bills"), Ink.BEFORE)),
                lines);
    }

    private static List<Cell> amounts(
            Cells cells,
            Schedule schedule,
            BigDecimal overdue,
            List<BigDecimal> months,
            BigDecimal later,
            @Nullable Drill drill) {
        var of = new ArrayList<Cell>();
        of.add(cells.amount(
                overdue,
                drill == null ? null : drill.plainClaims(null, schedule.asOf().minusDays(1))));
        IntStream.range(0, months.size()).forEach(place -> {
            var month = schedule.months().get(place);
            of.add(cells.amount(
                    months.get(place),
                    drill == null ? null : drill.plainClaims(from(schedule, month), month.atEndOfMonth())));
        });
        of.add(cells.amount(
                later,
                drill == null
                        ? null
                        : drill.plainClaims(
                                schedule.months().getLast().plusMonths(1).atDay(1), null)));
        return of;
    }

    /// Of the month of the day itself, only what is not overdue.
    private static LocalDate from(Schedule schedule, YearMonth month) {
        return month.atDay(1).isBefore(schedule.asOf()) ? schedule.asOf() : month.atDay(1);
    }

    static BigDecimal bills(BigDecimal due, List<BigDecimal> months, BigDecimal later) {
        return months.stream().reduce(due.add(later), BigDecimal::add);
    }
}
