package io.encours.reporting.web;

import io.encours.customer.Customer;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.Dso;
import io.encours.reporting.DsoMethod;
import io.encours.reporting.PaymentDelay;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.ReportQuery.How;
import io.encours.reporting.Reports;
import io.encours.reporting.Schedule;
import io.encours.reporting.web.Credit.Figure;
import io.encours.reporting.web.Sheet.Chart;
import io.encours.reporting.web.Sheet.Head;
import io.encours.reporting.web.Sheet.Line;
import io.encours.reporting.web.Sheet.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out the figures of one customer.
@Component
class CreditSheets {

    private final Reports reports;

    CreditSheets(Reports reports) {
        this.reports = reports;
    }

    Credit of(Customer customer, Scope scope, Page page) {
        var cells = new Cells(page);
        var drill = new Drill(Map.of("company", customer.company(), "customer", customer.code()), null);
        var balance = get(scope, customer, ReportName.AGED_BALANCE, null, AgedBalance.class);
        var dso = get(scope, customer, ReportName.DSO, null, Dso.class);
        var other = get(scope, customer, ReportName.DSO, dso.method().other(), Dso.class);
        var delay = get(scope, customer, ReportName.AVERAGE_PAYMENT_DELAY, null, PaymentDelay.class);
        var schedule = get(scope, customer, ReportName.SCHEDULE, null, Schedule.class);
        var parts = new ArrayList<Part>();
        parts.add(DelaySheets.curve(cells, dso, other, "dso-curve"));
        parts.add(DelaySheets.trend(cells, delay, "delay-curve"));
        schedule.rows().stream().findFirst().ifPresent(row -> parts.add(limit(cells, schedule, row, drill)));
        return new Credit(
                figures(cells, customer, dso, other, delay),
                BalanceSheets.bar(cells, balance.total(), balance, drill),
                parts);
    }

    private static List<Figure> figures(Cells cells, Customer customer, Dso dso, Dso other, PaymentDelay delay) {
        var page = cells.page();
        var mean = delay.rows().stream()
                .filter(row -> row.customer().equals(customer.code()))
                .findFirst();
        var days = mean.map(PaymentDelay.Row::days);
        var limit = customer.details().creditLimit();
        var riskClass = customer.details().riskClass();
        return List.of(
                new Figure(
                        page.t("reporting.report.DSO"),
                        dso.dso() == null ? "\u2014" : cells.days(dso.dso()),
                        dso.dso() == null ? DelaySheets.reason(cells, dso) : DelaySheets.sentence(cells, dso, other)),
                new Figure(
                        page.t("reporting.report.AVERAGE_PAYMENT_DELAY"),
                        days.map(cells::days).orElse("\u2014"),
                        mean.filter(row -> row.days() != null)
                                .map(row -> page.t(
                                        "reporting.page.credit.delay",
                                        row.invoices(),
                                        or(cells, row.lateness()),
                                        or(cells, delay.company().days())))
                                .orElseGet(() -> page.t(
                                        "reporting.page.notComputable", page.t("reporting.page.delay.nothingPaid")))),
                new Figure(
                        page.t("reporting.page.credit.limit"),
                        limit == null ? "\u2014" : page.money(limit, customer.currency()),
                        limit == null ? page.t("reporting.page.credit.noLimit") : ""),
                new Figure(page.t("reporting.page.credit.riskClass"), riskClass == null ? "\u2014" : riskClass, ""));
    }

    private static String or(Cells cells, @Nullable BigDecimal number) {
        return number == null ? "\u2014" : cells.page().decimal(number);
    }

    /// What falls due, with the credit that becomes available when it is paid.
    private static Part limit(Cells cells, Schedule schedule, Schedule.Row row, Drill drill) {
        var page = cells.page();
        var months =
                ScheduleSheet.months(cells, schedule, row.overdue(), row.months(), row.billsDue(), row.bills(), drill);
        var available = row.available();
        if (available == null) {
            return months;
        }
        var lines = new ArrayList<Line>();
        for (var place = 0; place < months.lines().size(); place++) {
            var line = months.lines().get(place);
            lines.add(Line.of(
                    line.label(),
                    line.cells(),
                    place == 0 || place > available.size() ? cells.none() : cells.amount(available.get(place - 1))));
        }
        var heads = new ArrayList<Head>(months.heads());
        heads.add(Head.line(page.t("reporting.page.credit.available"), Ink.RECEIVED));
        return Part.chart("schedule", months.title(), Chart.STACKED, heads, lines);
    }

    private <T> T get(Scope scope, Customer customer, ReportName name, @Nullable DsoMethod method, Class<T> report) {
        return report.cast(reports.of(
                scope,
                name,
                ReportQuery.of(ReportFilter.of(customer.company(), customer.code()))
                        .in(How.USUAL.curved(method))));
    }
}
