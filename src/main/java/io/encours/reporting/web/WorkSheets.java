package io.encours.reporting.web;

import io.encours.reporting.Activity;
import io.encours.reporting.DisputeReport;
import io.encours.reporting.PromiseReport;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// Disputes, activity of collectors, promises (R6), laid out.
final class WorkSheets {

    private WorkSheets() {}

    static Sheet of(Ask ask, DisputeReport report) {
        var page = ask.page();
        var cells = new Cells(page);
        return Sheet.of(
                page.money(report.disputed(), report.currency()),
                page.t(
                        "reporting.page.disputes.sentence",
                        report.rows().size(),
                        cells.percent(report.rate()),
                        page.money(report.outstanding(), report.currency())),
                Part.table(
                        "figures",
                        page.t("reporting.page.disputes.list"),
                        List.of(
                                Head.text(page.t("reporting.page.customer")),
                                Head.text(page.t("reporting.page.document")),
                                Head.text(page.t("reporting.page.disputes.heardBy")),
                                Head.text(page.t("reporting.page.disputes.heardOn")),
                                Head.number(page.t("reporting.page.disputes.days")),
                                Head.number(page.t("reporting.page.amount", report.currency()))),
                        report.rows().stream()
                                .map(row -> Line.of(
                                        row.name(),
                                        cells.link(row.name(), ask.drill().customer(row.company(), row.customer())),
                                        cells.link(
                                                row.document(),
                                                ask.drill().item(row.company(), row.customer(), row.item())),
                                        cells.quiet(row.agent()),
                                        cells.date(row.heardOn()),
                                        cells.count(row.days()),
                                        cells.amount(row.amount())))
                                .toList(),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.total")),
                                cells.none(),
                                cells.none(),
                                cells.none(),
                                cells.none(),
                                cells.amount(report.disputed()))));
    }

    static Sheet of(Ask ask, Activity report) {
        var page = ask.page();
        var cells = new Cells(page);
        var sums = report.total();
        return Sheet.of(
                page.t("reporting.page.activity.figure", sums.done()),
                page.t(
                        "reporting.page.activity.sentence",
                        sums.calls(),
                        sums.reached(),
                        sums.promises(),
                        page.money(sums.promised(), report.currency())),
                Part.table(
                        "figures",
                        page.t("reporting.page.activity.list", page.date(report.from()), page.date(report.to())),
                        List.of(
                                Head.text(page.t("reporting.by.AGENT")),
                                Head.number(page.t("reporting.page.activity.done")),
                                Head.number(page.t("reporting.page.activity.calls")),
                                Head.number(page.t("reporting.page.activity.reached")),
                                Head.number(page.t("reporting.page.activity.emails")),
                                Head.number(page.t("reporting.page.activity.letters")),
                                Head.number(page.t("reporting.page.activity.messages")),
                                Head.number(page.t("reporting.page.activity.ignored")),
                                Head.number(page.t("reporting.page.activity.promises")),
                                Head.number(page.t("reporting.page.activity.kept")),
                                Head.number(page.t("reporting.page.activity.promised", report.currency()))),
                        report.rows().stream()
                                .map(row -> Line.of(
                                        row.name(),
                                        cells.link(
                                                row.name(),
                                                ask.address()
                                                        .at("/reports/promises")
                                                        .without("agent")
                                                        .with("heardBy", row.agent())
                                                        .toString()),
                                        cells.count(row.done()),
                                        cells.count(row.calls()),
                                        cells.count(row.reached()),
                                        cells.count(row.emails()),
                                        cells.count(row.letters()),
                                        cells.count(row.messages()),
                                        cells.count(row.ignored()),
                                        cells.count(row.promises()),
                                        cells.count(row.kept()),
                                        cells.amount(row.promised())))
                                .toList(),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.total")),
                                cells.count(sums.done()),
                                cells.count(sums.calls()),
                                cells.count(sums.reached()),
                                cells.count(sums.emails()),
                                cells.count(sums.letters()),
                                cells.count(sums.messages()),
                                cells.count(sums.ignored()),
                                cells.count(sums.promises()),
                                cells.count(sums.kept()),
                                cells.amount(sums.promised()))));
    }

    static Sheet of(Ask ask, PromiseReport report) {
        var page = ask.page();
        var cells = new Cells(page);
        return Sheet.of(
                report.keptRate() == null ? "\u2014" : cells.percent(report.keptRate()),
                page.t(
                        "reporting.page.promises.sentence",
                        page.money(report.kept(), report.currency()),
                        page.money(report.broken(), report.currency()),
                        page.money(report.expected(), report.currency())),
                Part.table(
                        "figures",
                        page.t("reporting.page.promises.list", page.date(report.from()), page.date(report.to())),
                        List.of(
                                Head.text(page.t("reporting.page.promises.promisedFor")),
                                Head.text(page.t("reporting.page.customer")),
                                Head.text(page.t("reporting.page.document")),
                                Head.text(page.t("reporting.page.promises.heardOn")),
                                Head.text(page.t("reporting.by.AGENT")),
                                Head.text(page.t("reporting.page.promises.state")),
                                Head.number(page.t("reporting.page.promises.paid")),
                                Head.number(page.t("reporting.page.amount", report.currency()))),
                        report.rows().stream()
                                .map(row -> Line.of(
                                        row.name(),
                                        cells.date(row.promisedFor()),
                                        cells.link(row.name(), ask.drill().customer(row.company(), row.customer())),
                                        cells.link(
                                                row.document(),
                                                ask.drill().item(row.company(), row.customer(), row.item())),
                                        cells.date(row.heardOn()),
                                        cells.quiet(row.agent()),
                                        state(cells, row.state()),
                                        cells.amount(row.paid()),
                                        cells.amount(row.amount())))
                                .toList(),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.total")),
                                cells.none(),
                                cells.none(),
                                cells.none(),
                                cells.none(),
                                cells.none(),
                                cells.amount(sum(report, PromiseReport.Row::paid)),
                                cells.amount(sum(report, PromiseReport.Row::amount)))));
    }

    private static Sheet.Cell state(Cells cells, PromiseReport.State state) {
        var tone = switch (state) {
            case EXPECTED -> "blue";
            case KEPT -> "green";
            case PARTLY_KEPT -> "orange";
            case BROKEN -> "red";
        };
        return new Sheet.Cell(cells.page().t(state.messageKey()), false, null, null, tone);
    }

    private static BigDecimal sum(PromiseReport report, Function<PromiseReport.Row, BigDecimal> of) {
        return report.rows().stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
