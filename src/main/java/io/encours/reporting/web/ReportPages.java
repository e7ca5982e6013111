package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import io.encours.reporting.CollectionTargets;
import io.encours.reporting.ReportChoices;
import io.encours.reporting.ReportName;
import io.encours.reporting.export.Format;
import io.encours.reporting.export.ReportExports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Rapports*: all reports with their figure of today, and each on its own page, narrowed by its address (R7).
@Controller
@RequestMapping("/reports")
class ReportPages {

    private static final int UNPROCESSABLE = 422;

    private static final List<ReportGroup> GROUPS = List.of(
            new ReportGroup(
                    "reporting.page.group.owed",
                    List.of(ReportName.AGED_BALANCE, ReportName.AGED_BALANCE_HISTORY, ReportName.DISPUTES)),
            new ReportGroup(
                    "reporting.page.group.cash",
                    List.of(ReportName.CASH_FORECAST, ReportName.SCHEDULE, ReportName.TURNOVER_AND_PAYMENTS)),
            new ReportGroup(
                    "reporting.page.group.delays",
                    List.of(ReportName.DSO, ReportName.AVERAGE_PAYMENT_DELAY, ReportName.PAYMENT_DAYS)),
            new ReportGroup(
                    "reporting.page.group.work",
                    List.of(
                            ReportName.COLLECTION_EFFECTIVENESS,
                            ReportName.ACTIVITY,
                            ReportName.PROMISES,
                            ReportName.UNALLOCATED_PAYMENTS)));

    private final Sheets sheets;
    private final Scopes scopes;
    private final ReportChoices choices;
    private final ReportExports exports;
    private final CollectionTargets targets;

    ReportPages(Sheets sheets, Scopes scopes, ReportChoices choices, ReportExports exports, CollectionTargets targets) {
        this.exports = exports;
        this.targets = targets;
        this.sheets = sheets;
        this.scopes = scopes;
        this.choices = choices;
    }

    /// At once there: the figures follow, each by itself.
    @GetMapping
    String index(Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("groups", GROUPS);
        return "reporting/index";
    }

    @GetMapping("/{name}/card")
    String card(
            @PathVariable String name,
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            Model model) {
        var ask = ask(name, values, company, user, page);
        model.addAttribute("page", page);
        fill(ask, () -> sheets.card(ask), model);
        return "reporting/_card";
    }

    @GetMapping("/{name}")
    String show(
            @PathVariable String name,
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            HttpServletResponse response,
            Model model) {
        var ask = ask(name, values, company, user, page);
        model.addAttribute("page", page);
        model.addAttribute("view", new ReportView(ask));
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute(
                "targets",
                ask.name() == ReportName.COLLECTION_EFFECTIVENESS && !ask.isTogether() && targets.mayEnter(user)
                        ? TargetPages.address(TargetPages.PATH, company, ask.month())
                        : null);
        if (!fill(ask, () -> sheets.page(ask), model) || !ask.wrong().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
        }
        return "reporting/report";
    }

    /// The rows that follow.
    @GetMapping("/{name}/rows")
    String rows(
            @PathVariable String name,
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            Model model) {
        var ask = ask(name, values, company, user, page);
        model.addAttribute("page", page);
        model.addAttribute("part", sheets.page(ask).parts().getLast());
        return "reporting/_rows";
    }

    /// As a file: csv, xlsx or pdf, whole.
    @GetMapping("/{name}/file")
    void file(
            @PathVariable String name,
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            HttpServletResponse response) {
        var ask = ask(name, values, company, user, page);
        var format = Format.of(values.getOrDefault("format", ""))
                .orElseThrow(() -> Problem.unreadable("reporting.problem.format"));
        exports.write(ask.scope(), ask.name(), ask.query(), format, user.locale(), () -> {
            response.setContentType(format.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s-%s.%s\"".formatted(ask.name().path(), ask.day(), format.extension()));
            return response.getOutputStream();
        });
    }

    /// The form of a filter, made when its menu is opened.
    @GetMapping("/{name}/filters")
    String filters(
            @PathVariable String name,
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            Model model) {
        var ask = ask(name, values, company, user, page);
        model.addAttribute("page", page);
        model.addAttribute("view", new ReportView(ask));
        model.addAttribute("choices", choices.of(ask.scope()));
        return "reporting/_filterForm";
    }

    private Ask ask(String name, Map<String, String> values, Company company, SignedIn user, Page page) {
        var report = ReportName.of(name).orElseThrow(() -> Problem.notFound("reporting.problem.unknown", name));
        return Ask.of(report, values, company, user, scopes, page);
    }

    /// What is refused (companies of several currencies, a span that ends before it begins) is said on the page.
    ///
    /// @return whether there are figures
    private static boolean fill(Ask ask, Supplier<Sheet> sheet, Model model) {
        try {
            model.addAttribute("sheet", sheet.get());
            model.addAttribute("refusal", null);
            return true;
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED) {
                throw problem;
            }
            model.addAttribute("sheet", null);
            model.addAttribute("refusal", Sheets.words(problem, ask));
            return false;
        }
    }
}
