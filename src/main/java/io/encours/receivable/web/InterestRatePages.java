package io.encours.receivable.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.receivable.interest.InterestRates;
import io.encours.receivable.interest.RateKind;
import io.encours.receivable.interest.Semester;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Taux publiés*: the rates of the central bank and of legal interest, by half-year, with their
/// source.
@Controller
@RequestMapping("/administration/interest-rates")
class InterestRatePages {

    private static final int HALF_YEARS = 24;
    private static final int MONTHS = 6;

    private final InterestRates rates;

    InterestRatePages(InterestRates rates) {
        this.rates = rates;
    }

    @GetMapping
    String list(Page page, Model model) {
        var first = Map.of(
                "kind",
                RateKind.MRO.name(),
                "semester",
                Semester.of(page.today()).toString());
        return list(Form.of(first), page, model);
    }

    @PostMapping
    String put(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        try {
            var rate = rates.put(
                    user,
                    new InterestRates.Draft(
                            values.get("kind"), values.get("semester"), values.get("percent"), values.get("source")));
            after.addFlashAttribute(
                    "said",
                    page.t(
                            "receivable.interest.rateSaved",
                            InterestWords.kind(rate.kind(), page),
                            InterestWords.semester(rate.semester(), page),
                            page.percent(rate.percent())));
            return "redirect:/administration/interest-rates";
        } catch (Problem problem) {
            return list(Form.of(values).refused(problem, page, response), page, model);
        }
    }

    private String list(Form form, Page page, Model model) {
        var latest = page.today().plusMonths(MONTHS);
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("rows", RateRow.of(rates.list(), Semester.of(page.today())));
        model.addAttribute("missing", InterestWords.missing(rates.missing(page.today()), page));
        model.addAttribute("kinds", InterestWords.options(RateKind.class, "kind", page));
        model.addAttribute(
                "semesters",
                Stream.iterate(latest, day -> day.minusMonths(MONTHS))
                        .limit(HALF_YEARS)
                        .map(Semester::of)
                        .map(semester -> new Option(semester.toString(), InterestWords.semester(semester, page)))
                        .toList());
        model.addAttribute("said", model.getAttribute("said"));
        return "receivable/rates";
    }
}
