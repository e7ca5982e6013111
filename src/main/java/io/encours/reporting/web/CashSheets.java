package io.encours.reporting.web;

import io.encours.reporting.CashForecast;
import io.encours.reporting.PaymentDays;
import io.encours.reporting.TurnoverAndPayments;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// What comes in and when (R5, E1, E2), laid out.
final class CashSheets {

    private CashSheets() {}

    static Sheet of(Ask ask, CashForecast forecast) {
        var page = ask.page();
        var cells = new Cells(page);
        var currency = forecast.currency();
        var weeks = Part.chart(
                "weeks",
                page.t("reporting.page.forecast.weeks"),
                Chart.PLAIN,
                List.of(
                        Head.text(page.t("reporting.page.forecast.week")),
                        Head.bar(page.t("reporting.page.forecast.expectedIn", currency), Ink.TO_COME)),
                forecast.weeks().stream()
                        .map(week -> Line.of(
                                page.day(week.begins()), cells.date(week.begins()), cells.amount(week.amount())))
                        .toList());
        var months = Part.chart(
                "months",
                page.t("reporting.page.forecast.months"),
                Chart.PLAIN,
                List.of(
                        Head.text(page.t("reporting.page.month")),
                        Head.bar(page.t("reporting.page.forecast.expectedIn", currency), Ink.TO_COME)),
                forecast.months().stream()
                        .map(month -> Line.of(
                                cells.month(month.month()),
                                cells.text(cells.longMonth(month.month())),
                                cells.amount(month.amount())))
                        .toList());
        var items = new Part(
                "figures",
                page.t("reporting.page.forecast.items"),
                null,
                List.of(
                        Head.text(page.t("reporting.page.forecast.expectedOn")),
                        Head.text(page.t("reporting.page.customer")),
                        Head.text(page.t("reporting.page.document")),
                        Head.text(page.t("reporting.page.due")),
                        Head.text(page.t("reporting.page.forecast.reason")),
                        Head.number(page.t("reporting.page.amount", currency))),
                forecast.items().stream()
                        .map(item -> Line.of(
                                item.document(),
                                item.expected() != null
                                        ? cells.date(item.expected())
                                        : cells.quiet(page.t("reporting.page.forecast."
                                                + (item.offForecast() ? "off" : "excluded"))),
                                cells.link(item.name(), ask.drill().credit(item.company(), item.customer())),
                                cells.link(
                                        item.document(), ask.drill().item(item.company(), item.customer(), item.id())),
                                cells.date(item.dueDate()),
                                cells.quiet(why(cells, item)),
                                cells.amount(item.amount())))
                        .toList(),
                Line.of(
                        "",
                        cells.text(page.t("reporting.page.total")),
                        cells.none(),
                        cells.none(),
                        cells.none(),
                        cells.none(),
                        cells.amount(
                                forecast.expected().add(forecast.offForecast()).add(forecast.excluded()),
                                ask.drill().claims(null, null))),
                forecast.next() == null ? null : Sheets.rows(ask, forecast.next()));
        return Sheet.of(
                page.money(forecast.expected(), currency),
                page.t(
                        "reporting.page.forecast.sentence",
                        page.money(forecast.offForecast(), currency),
                        page.money(forecast.excluded(), currency),
                        page.money(forecast.credits().negate(), currency)),
                weeks,
                months,
                items);
    }

    private static String why(Cells cells, CashForecast.Item item) {
        var reason = cells.page().t(item.reason().messageKey());
        return item.lateness() == null
                ? reason
                : reason + " · " + cells.page().t("reporting.page.forecast.plusDays", item.lateness());
    }

    static Sheet of(Ask ask, TurnoverAndPayments report) {
        var page = ask.page();
        var cells = new Cells(page);
        var months = report.months();
        var drill = ask.drill();
        var turnover = sum(months, TurnoverAndPayments.Month::turnover);
        var expected = sum(months, TurnoverAndPayments.Month::expected);
        var received = sum(months, TurnoverAndPayments.Month::received);
        var heads = List.of(
                Head.text(page.t("reporting.page.month")),
                Head.bar(page.t("reporting.page.turnover.turnover"), Ink.MAIN),
                Head.bar(page.t("reporting.page.turnover.expected"), Ink.TO_COME),
                Head.bar(page.t("reporting.page.turnover.receivedIn", report.currency()), Ink.RECEIVED));
        var lines = months.stream()
                .map(month -> Line.of(
                        cells.month(month.month()),
                        cells.text(cells.longMonth(month.month())),
                        cells.amount(
                                month.turnover(),
                                drill.turnover(
                                        month.month().atDay(1),
                                        earlier(month.month().atEndOfMonth(), report.asOf()))),
                        cells.amount(
                                month.expected(),
                                drill.fellDue(
                                        month.month().atDay(1), month.month().atEndOfMonth())),
                        cells.amount(
                                month.received(),
                                drill.received(
                                        month.month().atDay(1), month.month().atEndOfMonth()))))
                .toList();
        return Sheet.of(
                page.money(turnover, report.currency()),
                page.t(
                        "reporting.page.turnover.sentence",
                        page.money(expected, report.currency()),
                        page.money(received, report.currency())),
                new Part(
                        "figures",
                        page.t("reporting.page.turnover.months"),
                        Chart.PLAIN,
                        heads,
                        lines,
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.total")),
                                cells.amount(turnover),
                                cells.amount(expected),
                                cells.amount(received)),
                        null));
    }

    static Sheet of(Ask ask, PaymentDays report) {
        var page = ask.page();
        var cells = new Cells(page);
        var payments =
                report.days().stream().mapToLong(PaymentDays.Day::payments).sum();
        var amount = report.days().stream().map(PaymentDays.Day::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Sheet.of(
                page.t("reporting.page.paymentDays.figure", payments),
                page.t(
                        "reporting.page.paymentDays.sentence",
                        cells.longMonth(report.month()),
                        page.money(amount, report.currency())),
                new Part(
                        "figures",
                        page.t("reporting.page.paymentDays.days"),
                        Chart.PLAIN,
                        List.of(
                                Head.text(page.t("reporting.page.day")),
                                Head.bar(page.t("reporting.page.paymentDays.payments"), Ink.RECEIVED),
                                Head.number(page.t("reporting.page.amount", report.currency()))),
                        report.days().stream()
                                .map(day -> Line.of(
                                        page.day(day.date()),
                                        cells.date(day.date()),
                                        cells.count(day.payments()),
                                        cells.amount(day.amount(), ask.drill().received(day.date(), day.date()))))
                                .toList(),
                        Line.of(
                                "",
                                cells.text(page.t("reporting.page.total")),
                                cells.count(payments),
                                cells.amount(amount)),
                        null));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static BigDecimal sum(
            List<TurnoverAndPayments.Month> months, Function<TurnoverAndPayments.Month, BigDecimal> of) {
        return months.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
