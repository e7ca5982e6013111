package io.encours.reporting.web;

import io.encours.reporting.Dso;
import io.encours.reporting.PaymentDelay;
import io.encours.reporting.web.Sheet.Cell;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// DSO (D1) and average payment delay (D2), laid out.
final class DelaySheets {

    private DelaySheets() {}

    /// The method of the settings, the other one beside it.
    static Sheet of(Ask ask, Dso chosen, Dso other) {
        var page = ask.page();
        var cells = new Cells(page);
        var figure = chosen.dso();
        return Sheet.of(
                figure == null ? "\u2014" : cells.days(figure),
                figure == null ? reason(cells, chosen) : sentence(cells, chosen, other),
                curve(cells, chosen, other, "curve"),
                Part.table(
                        "figures",
                        page.t("reporting.page.dso.methods"),
                        List.of(
                                Head.text(page.t("reporting.page.dso.measure")),
                                Head.number(page.t(chosen.method().messageKey())),
                                Head.number(page.t(other.method().messageKey()))),
                        rows(cells, chosen, other),
                        null));
    }

    static Part curve(Cells cells, Dso chosen, Dso other, String id) {
        var page = cells.page();
        var months = Objects.requireNonNullElse(chosen.months(), List.<Dso.Month>of());
        var others = Objects.requireNonNullElse(other.months(), List.<Dso.Month>of());
        var lines = new ArrayList<Line>();
        for (var place = 0; place < months.size(); place++) {
            var month = months.get(place);
            lines.add(Line.of(
                    cells.month(YearMonth.from(month.asOf())),
                    cells.date(month.asOf()),
                    cells.decimal(month.dso()),
                    place < others.size() ? cells.decimal(others.get(place).dso()) : cells.none(),
                    cells.decimal(month.bestPossibleDso()),
                    cells.decimal(month.averageDaysDelinquent())));
        }
        return Part.chart(
                id,
                page.t("reporting.page.dso.curve"),
                new Chart(false, page.t("reporting.page.dayUnit")),
                List.of(
                        Head.text(page.t("reporting.page.dso.endOf")),
                        Head.line(page.t(chosen.method().messageKey()), Ink.MAIN),
                        Head.line(page.t(other.method().messageKey()), Ink.SECOND),
                        Head.line(page.t("reporting.page.dso.best"), Ink.BEFORE),
                        Head.number(page.t("reporting.page.dso.delay"))),
                lines);
    }

    static String sentence(Cells cells, Dso dso, Dso other) {
        var words = cells.page()
                .t(
                        "reporting.page.dso.sentence",
                        decimal(cells, dso.bestPossibleDso()),
                        decimal(cells, dso.averageDaysDelinquent()));
        return other.dso() == null
                ? words
                : words + " · "
                        + cells.page()
                                .t(
                                        "reporting.page.dso.otherwise."
                                                + other.method().name(),
                                        decimal(cells, other.dso()));
    }

    static String reason(Cells cells, Dso dso) {
        return dso.reason() == null
                ? ""
                : cells.page()
                        .t(
                                "reporting.page.notComputable",
                                cells.page().t(dso.reason().messageKey()));
    }

    private static String decimal(Cells cells, @Nullable BigDecimal number) {
        return number == null ? "\u2014" : cells.page().decimal(number);
    }

    private static List<Line> rows(Cells cells, Dso one, Dso other) {
        return Stream.of(
                        row(cells, "dso", days(cells, one, one.dso()), days(cells, other, other.dso())),
                        row(
                                cells,
                                "best",
                                cells.decimal(one.bestPossibleDso()),
                                cells.decimal(other.bestPossibleDso())),
                        row(
                                cells,
                                "delay",
                                cells.decimal(one.averageDaysDelinquent()),
                                cells.decimal(other.averageDaysDelinquent())),
                        row(
                                cells,
                                "netOfDeposits",
                                cells.decimal(one.netOfDeposits()),
                                cells.decimal(other.netOfDeposits())),
                        row(cells, "receivables", cells.amount(one.receivables()), cells.amount(other.receivables())),
                        row(cells, "ofWhichNotDue", cells.amount(one.notDue()), cells.amount(other.notDue())),
                        row(cells, "deposits", cells.amount(one.deposits()), cells.amount(other.deposits())),
                        row(cells, "turnover", turnover(cells, one), turnover(cells, other)),
                        row(cells, "days", turnoverDays(cells, one), turnoverDays(cells, other)))
                .toList();
    }

    /// Counting back uses up as many months as it takes.
    private static Cell turnover(Cells cells, Dso dso) {
        return dso.days() == null ? cells.none() : cells.amount(dso.turnover());
    }

    private static Cell turnoverDays(Cells cells, Dso dso) {
        return dso.days() == null
                ? new Cell(cells.page().t("reporting.page.dso.byMonths"), true, null, null, "quiet")
                : cells.count(dso.days());
    }

    private static Cell days(Cells cells, Dso dso, @Nullable BigDecimal days) {
        return days == null && dso.reason() != null
                ? new Cell(cells.page().t(dso.reason().messageKey()), true, null, null, "quiet")
                : cells.decimal(days);
    }

    private static Line row(Cells cells, String key, Cell one, Cell other) {
        return Line.of("", cells.text(cells.page().t("reporting.page.dso." + key)), one, other);
    }

    /// The worst payers first.
    static Sheet of(Ask ask, PaymentDelay delay) {
        var page = ask.page();
        var cells = new Cells(page);
        var mean = delay.company().days();
        var list = Part.table(
                "figures",
                page.t("reporting.page.delay.list"),
                List.of(
                        Head.text(page.t("reporting.page.customer")),
                        Head.number(page.t("reporting.page.delay.days")),
                        Head.number(page.t("reporting.page.delay.weighted")),
                        Head.number(page.t("reporting.page.delay.lateness")),
                        Head.number(page.t("reporting.page.delay.weightedLateness")),
                        Head.number(page.t("reporting.page.delay.invoices"))),
                delay.rows().stream()
                        .filter(row -> row.invoices() > 0)
                        .sorted(Comparator.comparing(
                                PaymentDelay.Row::days, Comparator.nullsLast(Comparator.reverseOrder())))
                        .map(row -> Line.of(
                                row.name(),
                                cells.link(row.name(), ask.drill().credit(row.company(), row.customer())),
                                cells.decimal(row.days()),
                                cells.decimal(row.weightedDays()),
                                lateness(cells, row.lateness()),
                                lateness(cells, row.weightedLateness()),
                                cells.count(row.invoices())))
                        .toList(),
                Line.of(
                        "",
                        cells.text(page.t("reporting.page.all")),
                        cells.decimal(mean),
                        cells.decimal(delay.company().weightedDays()),
                        lateness(cells, delay.company().lateness()),
                        lateness(cells, delay.company().weightedLateness()),
                        cells.count(delay.company().invoices())));
        return Sheet.of(
                mean == null ? "\u2014" : cells.days(mean),
                mean == null
                        ? page.t("reporting.page.notComputable", page.t("reporting.page.delay.nothingPaid"))
                        : page.t(
                                "reporting.page.delay.sentence",
                                delay.company().invoices(),
                                page.t(delay.reference().messageKey())
                                        .toLowerCase(page.formats().locale()),
                                decimal(cells, delay.company().weightedDays()),
                                decimal(cells, delay.company().lateness())),
                trend(cells, delay, "curve"),
                list);
    }

    static Part trend(Cells cells, PaymentDelay delay, String id) {
        var page = cells.page();
        return Part.chart(
                id,
                page.t("reporting.page.delay.curve"),
                new Chart(false, page.t("reporting.page.dayUnit")),
                List.of(
                        Head.text(page.t("reporting.page.month")),
                        Head.line(page.t("reporting.page.delay.days"), Ink.MAIN),
                        Head.line(page.t("reporting.page.delay.lateness"), Ink.OVERDUE),
                        Head.number(page.t("reporting.page.delay.invoices"))),
                Objects.requireNonNullElse(delay.months(), List.<PaymentDelay.Month>of()).stream()
                        .map(month -> Line.of(
                                cells.month(month.month()),
                                cells.text(cells.longMonth(month.month())),
                                cells.decimal(month.days()),
                                cells.decimal(month.lateness()),
                                cells.count(month.invoices())))
                        .toList());
    }

    /// Late is orange, early is not.
    private static Cell lateness(Cells cells, @Nullable BigDecimal days) {
        var cell = cells.decimal(days);
        return days != null && days.signum() > 0 ? new Cell(cell.text(), true, cell.value(), null, "orange") : cell;
    }
}
