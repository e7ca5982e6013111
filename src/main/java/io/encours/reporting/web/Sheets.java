package io.encours.reporting.web;

import io.encours.platform.Problem;
import io.encours.reporting.Activity;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.BalanceHistory;
import io.encours.reporting.CashForecast;
import io.encours.reporting.DisputeReport;
import io.encours.reporting.Dso;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.PaymentDays;
import io.encours.reporting.PaymentDelay;
import io.encours.reporting.PromiseReport;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import io.encours.reporting.Schedule;
import io.encours.reporting.TurnoverAndPayments;
import io.encours.reporting.UnallocatedRate;
import io.encours.reporting.web.Sheet.Part;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// Asks for a report and lays it out.
@Component
class Sheets {

    /// Rows of the list at a time.
    static final int ROWS = 100;

    private final Reports reports;

    Sheets(Reports reports) {
        this.reports = reports;
    }

    /// The figure with its sentence: as few rows as can be.
    Sheet card(Ask ask) {
        return of(ask, 1);
    }

    /// @param rows of the list, where it is read by pages
    /// @throws Problem as `Reports` does
    private Sheet of(Ask ask, int rows) {
        return switch (ask.name()) {
            case AGED_BALANCE -> BalanceSheets.of(ask, get(ask, ask.withRows(rows, ask.after()), AgedBalance.class));
            case DSO -> {
                var chosen = get(ask, ask.withCurve(null), Dso.class);
                yield DelaySheets.of(
                        ask, chosen, get(ask, ask.withCurve(chosen.method().other()), Dso.class));
            }
            case AVERAGE_PAYMENT_DELAY -> DelaySheets.of(ask, get(ask, ask.withCurve(null), PaymentDelay.class));
            case COLLECTION_EFFECTIVENESS -> CollectionSheets.of(ask, get(ask, ask.query(), Effectiveness.class));
            case UNALLOCATED_PAYMENTS -> CollectionSheets.of(ask, get(ask, ask.query(), UnallocatedRate.class));
            case SCHEDULE -> ScheduleSheet.of(ask, get(ask, ask.withRows(rows, ask.after()), Schedule.class));
            case CASH_FORECAST -> CashSheets.of(ask, get(ask, ask.withRows(rows, ask.after()), CashForecast.class));
            case DISPUTES -> WorkSheets.of(ask, get(ask, ask.query(), DisputeReport.class));
            case ACTIVITY -> WorkSheets.of(ask, get(ask, ask.query(), Activity.class));
            case PROMISES -> WorkSheets.of(ask, get(ask, ask.query(), PromiseReport.class));
            case TURNOVER_AND_PAYMENTS -> CashSheets.of(ask, get(ask, ask.query(), TurnoverAndPayments.class));
            case PAYMENT_DAYS -> CashSheets.of(ask, get(ask, ask.query(), PaymentDays.class));
            case AGED_BALANCE_HISTORY -> BalanceSheets.of(ask, get(ask, ask.query(), BalanceHistory.class));
        };
    }

    /// The same with no more rows of its list than a page takes, and the address of the next.
    Sheet page(Ask ask) {
        var sheet = of(ask, ROWS);
        var list = sheet.parts().getLast();
        if (list.more() != null || (list.lines().size() <= ROWS && begin(ask) == 0)) {
            return sheet;
        }
        var from = Math.min(begin(ask), list.lines().size());
        var to = Math.min(from + ROWS, list.lines().size());
        var parts = new ArrayList<Part>(sheet.parts());
        parts.set(
                parts.size() - 1,
                list.showing(list.lines().subList(from, to), to < list.lines().size() ? rows(ask, "" + to) : null));
        return new Sheet(sheet.figure(), sheet.sentence(), sheet.bar(), parts);
    }

    /// Where the rows after a place are.
    static String rows(Ask ask, String after) {
        var address = ask.address();
        return address.at(address.path() + "/rows").with("after", after).toString();
    }

    private static int begin(Ask ask) {
        var after = ask.after();
        return after != null && after.matches("\\d{1,7}") ? Integer.parseInt(after) : 0;
    }

    private <T> T get(Ask ask, ReportQuery query, Class<T> report) {
        return report.cast(reports.of(ask.scope(), ask.name(), query));
    }

    /// In the language of the page, why there is nothing.
    static String words(Problem problem, Ask ask) {
        return problem.errors().isEmpty()
                ? ask.page().t(problem.code(), problem.arguments().toArray())
                : ask.page()
                        .t(
                                problem.errors().getFirst().code(),
                                problem.errors().getFirst().arguments().toArray());
    }
}
