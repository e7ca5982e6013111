package io.encours.reporting.web;

import io.encours.platform.BusinessDate;
import io.encours.reporting.CollectionTarget;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.UnallocatedRate;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collection effectiveness (R1) and unallocated payments (R2), laid out.
final class CollectionSheets {

    private CollectionSheets() {}

    static Sheet of(Ask ask, Effectiveness month) {
        var page = ask.page();
        var cells = new Cells(page);
        var currency = month.currency();
        var before = month.lastMonth();
        var days = Part.chart(
                "days",
                page.t("reporting.page.effectiveness.days"),
                new Chart(false, "%"),
                List.of(
                        Head.text(page.t("reporting.page.effectiveness.dayOfMonth")),
                        Head.line(cells.longMonth(month.month()), Ink.RECEIVED),
                        Head.line(cells.longMonth(before.month()), Ink.BEFORE),
                        Head.number(page.t("reporting.page.effectiveness.collectedIn", currency))),
                month.besideLastMonth().stream()
                        .map(each -> Line.of(
                                String.valueOf(each.day()),
                                cells.text(String.valueOf(each.day())),
                                each.now() == null
                                        ? cells.none()
                                        : cells.rate(each.now().rate()),
                                each.before() == null
                                        ? cells.none()
                                        : cells.rate(each.before().rate()),
                                each.now() == null
                                        ? cells.none()
                                        : cells.amount(each.now().collected())))
                        .toList());
        var sums = Part.table(
                "sums",
                page.t("reporting.page.effectiveness.sums"),
                List.of(
                        Head.text(page.t("reporting.page.effectiveness.measure", currency)),
                        Head.number(cells.longMonth(month.month())),
                        Head.number(cells.longMonth(before.month()))),
                List.of(
                        Line.of(
                                "",
                                cells.text(targetWords(cells, month.target())),
                                cells.amount(month.target().amount()),
                                cells.amount(before.target().amount())),
                        line(cells, "overdueAtStart", month.overdueAtStart(), null),
                        line(cells, "fallingDue", month.fallingDue(), null),
                        line(cells, "credited", month.credited().negate(), null),
                        line(cells, "toCollect", month.toCollect(), before.toCollect()),
                        line(cells, "collected", month.collected(), before.collected()),
                        line(cells, "remaining", month.remaining(), before.remaining()),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.effectiveness.rate")),
                                cells.rate(month.rate()),
                                cells.rate(before.rate()))),
                null);
        var collectors = Part.table(
                "figures",
                page.t("reporting.page.effectiveness.collectors"),
                List.of(
                        Head.text(page.t("reporting.by.AGENT")),
                        Head.number(page.t("reporting.page.effectiveness.toCollect")),
                        Head.number(page.t("reporting.page.effectiveness.collected")),
                        Head.number(page.t("reporting.page.effectiveness.remainingIn", currency)),
                        Head.number(page.t("reporting.page.effectiveness.rate")),
                        Head.number(page.t("reporting.page.effectiveness.target")),
                        Head.number(page.t("reporting.page.effectiveness.reached"))),
                month.collectors().stream()
                        .map(each -> Line.of(
                                each.name(),
                                cells.link(
                                        cells.collector(each.agent(), each.name()),
                                        ask.address()
                                                .with("agent", each.agent().isEmpty() ? "-" : each.agent())
                                                .toString()),
                                cells.amount(each.toCollect()),
                                cells.amount(each.collected()),
                                cells.amount(each.remaining()),
                                cells.rate(each.rate()),
                                target(cells, each.target()),
                                cells.rate(each.target().reached())))
                        .toList(),
                Line.of(
                        "",
                        cells.text(page.t("reporting.page.total")),
                        cells.amount(month.toCollect()),
                        cells.amount(month.collected()),
                        cells.amount(month.remaining()),
                        cells.rate(month.rate()),
                        cells.amount(month.target().amount()),
                        cells.rate(month.target().reached())));
        return Sheet.of(
                cells.percent(month.rate()),
                page.t(
                        "reporting.page.effectiveness.sentence",
                        page.money(month.collected(), currency),
                        page.money(month.toCollect(), currency),
                        page.money(month.remaining(), currency),
                        cells.longMonth(before.month()),
                        cells.percent(before.rate()),
                        page.t(
                                "reporting.page.effectiveness.ofTarget."
                                        + month.target().basis(),
                                page.money(month.target().amount(), currency),
                                cells.percent(month.target().reached()))),
                days,
                sums,
                collectors);
    }

    /// Where it comes from: who entered it and when, or that it was computed.
    private static String targetWords(Cells cells, CollectionTarget target) {
        var page = cells.page();
        var said = target.entered();
        return switch (target.basis()) {
            case COMPUTED -> page.t("reporting.page.effectiveness.target.COMPUTED");
            case PARTLY_ENTERED -> page.t("reporting.page.effectiveness.target.PARTLY_ENTERED");
            case ENTERED ->
                said.size() == 1
                        ? page.t(
                                "reporting.page.effectiveness.target.ENTERED",
                                said.getFirst().by(),
                                page.formats().time(said.getFirst().at(), BusinessDate.DEFAULT_ZONE))
                        : page.t("reporting.page.effectiveness.target.ENTERED_MANY");
        };
    }

    /// A computed one is quiet: nobody has promised it.
    private static Sheet.Cell target(Cells cells, CollectionTarget target) {
        var cell = cells.amount(target.amount());
        return target.basis() == CollectionTarget.Basis.COMPUTED
                ? new Sheet.Cell(cell.text(), true, cell.value(), null, "quiet")
                : cell;
    }

    private static Line line(Cells cells, String key, BigDecimal now, @Nullable BigDecimal before) {
        return Line.of(
                "",
                cells.text(cells.page().t("reporting.page.effectiveness." + key)),
                cells.amount(now),
                before == null ? cells.none() : cells.amount(before));
    }

    static Sheet of(Ask ask, UnallocatedRate rate) {
        var page = ask.page();
        var cells = new Cells(page);
        return Sheet.of(
                cells.percent(rate.rate()),
                page.t(
                        "reporting.page.unallocated.sentence",
                        page.money(rate.matched(), rate.currency()),
                        page.money(rate.atStart().add(rate.added()), rate.currency()),
                        page.money(rate.remaining(), rate.currency())),
                Part.table(
                        "figures",
                        page.t("reporting.page.unallocated.list", page.date(rate.from()), page.date(rate.to())),
                        List.of(
                                Head.text(page.t("reporting.page.unallocated.measure")),
                                Head.number(page.t("reporting.page.amount", rate.currency()))),
                        List.of(
                                Line.of(
                                        "",
                                        cells.text(page.t("reporting.page.unallocated.atStart")),
                                        cells.amount(
                                                rate.atStart(),
                                                new Drill(
                                                                ask.drill().narrowed(),
                                                                rate.from().minusDays(1))
                                                        .payments())),
                                Line.of(
                                        "",
                                        cells.text(page.t("reporting.page.unallocated.added")),
                                        cells.amount(rate.added())),
                                Line.of(
                                        "",
                                        cells.text(page.t("reporting.page.unallocated.matched")),
                                        cells.amount(rate.matched().negate()))),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.unallocated.remaining")),
                                cells.amount(
                                        rate.remaining(), new Drill(ask.drill().narrowed(), rate.to()).payments()))));
    }
}
