package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.prediction.DelayReference;
import io.encours.prediction.PredictionOptions;
import io.encours.reporting.DsoMethod;
import io.encours.reporting.ReportOptions;
import io.encours.reporting.ReportSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Configurer › Options avancées* (D1, D3, R4): how the figures of the company in view are computed.
@Controller
@RequestMapping("/administration/advanced-options")
class OptionsPages {

    private static final String PATH = "/administration/advanced-options";

    private final ReportSettings settings;
    private final PredictionOptions prediction;
    private final TransactionOperations transactions;

    OptionsPages(ReportSettings settings, PredictionOptions prediction, TransactionOperations transactions) {
        this.settings = settings;
        this.prediction = prediction;
        this.transactions = transactions;
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        var options = settings.of(company.id());
        return show(
                Form.of(Map.of(
                        "averagePaymentDelayReference",
                        prediction.reference(company.id()).name(),
                        "buckets",
                        options.buckets().edges().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        "dsoMethod",
                        options.dsoMethod().name(),
                        "dsoDays",
                        String.valueOf(options.dsoDays()))),
                company,
                page,
                model);
    }

    @PostMapping
    String put(
            @RequestParam Map<String, String> values,
            Company company,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        try {
            var draft = new ReportOptions.Draft(
                    numbers(values.getOrDefault("buckets", "")),
                    values.get("dsoMethod"),
                    numbers(values.getOrDefault("dsoDays", "")).stream()
                            .findFirst()
                            .orElse(0));
            // All of them or none.
            transactions.executeWithoutResult(both -> {
                settings.put(user, company.code(), draft);
                prediction.put(user, company.code(), values.get("averagePaymentDelayReference"));
            });
            after.addFlashAttribute("said", page.t("reporting.options.saved"));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            return show(Form.of(values).refused(problem, page, response), company, page, model);
        }
    }

    /// What is no number counts as 0, which is refused.
    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split("[^\\p{Alnum}]+", -1))
                .filter(word -> !word.isBlank())
                .map(word -> word.matches("\\d{1,6}") ? Integer.parseInt(word) : 0)
                .toList();
    }

    private static String show(Form form, Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute(
                "references",
                Arrays.stream(DelayReference.values())
                        .map(one -> new Option(one.name(), page.t(one.messageKey())))
                        .toList());
        model.addAttribute(
                "methods",
                Arrays.stream(DsoMethod.values())
                        .map(one -> new Option(one.name(), page.t(one.messageKey())))
                        .toList());
        model.addAttribute("said", model.getAttribute("said"));
        return "reporting/options";
    }
}
