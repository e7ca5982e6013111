package io.encours.overview.web;

import io.encours.identity.SignedIn;
import io.encours.overview.HomeWidget;
import io.encours.overview.PortfolioSums;
import io.encours.overview.WorstPayers;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.BalanceHistory;
import io.encours.reporting.DisputeReport;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.PaymentDays;
import io.encours.reporting.PromiseReport;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import io.encours.reporting.TurnoverAndPayments;
import io.encours.worklist.Filter;
import io.encours.worklist.Supervisor;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The parts of the home page, each asked for by itself, so that a slow figure keeps nobody waiting for the others.
@Controller
class HomeWidgets {

    private static final int ROWS = 6;
    private static final int PAYERS = 10;
    private static final int PROMISED_WITHIN = 3;

    private final Reports reports;
    private final Supervisor supervisor;
    private final PortfolioSums portfolios;
    private final WorstPayers payers;

    HomeWidgets(Reports reports, Supervisor supervisor, PortfolioSums portfolios, WorstPayers payers) {
        this.reports = reports;
        this.supervisor = supervisor;
        this.portfolios = portfolios;
        this.payers = payers;
    }

    @GetMapping("/home/widgets/{name}")
    String show(@PathVariable String name, SignedIn user, Scope scope, Page page, Model model) {
        var widget = Arrays.stream(HomeWidget.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        var company = page.company();
        if (company == null || scope.companies().isEmpty()) {
            throw Problem.notFound("platform.problem.notFound");
        }
        var today = page.today();
        model.addAttribute("page", page);
        model.addAttribute("currency", company.currency());
        model.addAttribute(
                "it",
                switch (widget) {
                    case MY_DAY -> myDay(user, scope, company.code(), today);
                    case COLLECTIONS -> (Effectiveness) report(scope, ReportName.COLLECTION_EFFECTIVENESS, page);
                    case TURNOVER -> (TurnoverAndPayments) report(scope, ReportName.TURNOVER_AND_PAYMENTS, page);
                    case AGED_BALANCE -> (AgedBalance) report(scope, ReportName.AGED_BALANCE, page);
                    case OVERDUE_BY_DAY, OVERDUE_BY_MONTH ->
                        (BalanceHistory) report(scope, ReportName.AGED_BALANCE_HISTORY, page);
                    case PAYMENT_DAYS -> (PaymentDays) report(scope, ReportName.PAYMENT_DAYS, page);
                    case PROMISES -> (PromiseReport) report(scope, ReportName.PROMISES, page);
                    case DISPUTES -> (DisputeReport) report(scope, ReportName.DISPUTES, page);
                    case WORST_PAYERS -> payers.of(scope, today, PAYERS);
                    case ACTIONS -> portfolios.of(scope, today);
                });
        model.addAttribute("rows", ROWS);
        return "overview/widgets/" + widget.name();
    }

    private Object report(Scope scope, ReportName name, Page page) {
        var today = page.today();
        var from = name == ReportName.PROMISES ? today.minusMonths(PROMISED_WITHIN) : today.withDayOfMonth(1);
        var query = ReportQuery.of(Objects.requireNonNull(page.company()).code(), from, today);
        return reports.of(
                scope, name, name == ReportName.AGED_BALANCE ? query.with(new ReportQuery.Rows(1, null)) : query);
    }

    private MyDay myDay(SignedIn user, Scope scope, String company, LocalDate today) {
        if (!user.collects()) {
            throw Problem.notFound("platform.problem.notFound");
        }
        var mine = Filter.NONE.of(company, user.login());
        return new MyDay(supervisor.totals(scope, mine.until(today)), user.login());
    }
}
