package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.reporting.CollectionTarget.Entered;
import io.encours.reporting.CollectionTargets;
import io.encours.reporting.CollectionTargets.Draft;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.ReportChoices;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Entering what is to be collected in a month (R1): beside each field what was known to be collected when the
/// month began.
@Controller
@RequestMapping(TargetPages.PATH)
class TargetPages {

    static final String PATH = "/reports/collection-effectiveness/targets";
    private static final String REPORT = "/reports/collection-effectiveness";
    private static final String COLLECTORS = "collectors.";

    private final CollectionTargets targets;
    private final Reports reports;
    private final ReportChoices choices;

    TargetPages(CollectionTargets targets, Reports reports, ReportChoices choices) {
        this.targets = targets;
        this.reports = reports;
        this.choices = choices;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String month,
            Company company,
            Scope scope,
            SignedIn user,
            Page page,
            Model model) {
        mayEnter(user);
        var of = month(month, page);
        var report = report(scope, company, of);
        var values = new HashMap<String, String>();
        entered(report.target().entered())
                .ifPresent(said -> values.put("amount", page.formats().amount(said.amount())));
        report.collectors()
                .forEach(collector -> entered(collector.target().entered())
                        .ifPresent(said -> values.put(
                                COLLECTORS + collector.agent(), page.formats().amount(said.amount()))));
        return show(Form.of(values), of, report, company, scope, page, model);
    }

    @PostMapping
    String put(
            @RequestParam Map<String, String> values,
            Company company,
            Scope scope,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var month = month(values.get("month"), page);
        var collectors = new HashMap<String, @Nullable String>();
        values.forEach((field, value) -> {
            if (field.startsWith(COLLECTORS)) {
                collectors.put(field.substring(COLLECTORS.length()), value);
            }
        });
        try {
            targets.put(user, company.code(), month, new Draft(values.get("amount"), collectors));
            after.addFlashAttribute("said", page.t("reporting.target.saved"));
            return "redirect:" + address(REPORT, company, month);
        } catch (Problem problem) {
            return show(
                    Form.of(values).refused(problem, page, response),
                    month,
                    report(scope, company, month),
                    company,
                    scope,
                    page,
                    model);
        }
    }

    private void mayEnter(SignedIn user) {
        if (!targets.mayEnter(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }

    private String show(
            Form form, YearMonth month, Effectiveness report, Company company, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute(
                "view",
                TargetsView.of(report, choices.of(scope.in(company.id())).agents(), company, page));
        model.addAttribute("report", address(REPORT, company, month));
        model.addAttribute("before", address(PATH, company, month.minusMonths(1)));
        model.addAttribute("after", address(PATH, company, month.plusMonths(1)));
        return "reporting/targets";
    }

    private Effectiveness report(Scope scope, Company company, YearMonth month) {
        return (Effectiveness) reports.of(
                scope.in(company.id()), ReportName.COLLECTION_EFFECTIVENESS, ReportQuery.of(company.code(), month));
    }

    private static java.util.Optional<Entered> entered(java.util.List<Entered> said) {
        return said.stream().findFirst();
    }

    static String address(String path, Company company, YearMonth month) {
        return new Address(path, Map.of("company", company.code()))
                .with("month", month)
                .toString();
    }

    /// That of today unless another can be read.
    private static YearMonth month(@Nullable String text, Page page) {
        try {
            return text == null || text.isBlank() ? YearMonth.from(page.today()) : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return YearMonth.from(page.today());
        }
    }
}
