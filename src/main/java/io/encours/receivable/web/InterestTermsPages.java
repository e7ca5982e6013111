package io.encours.receivable.web;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.receivable.interest.CompanyTerms;
import io.encours.receivable.interest.DayBase;
import io.encours.receivable.interest.Imputation;
import io.encours.receivable.interest.InterestRates;
import io.encours.receivable.interest.InterestSettings;
import io.encours.receivable.interest.InterestSettings.CompanyDraft;
import io.encours.receivable.interest.RateChoice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Intérêts de retard*: what the company in view claims for late payment.
@Controller
@RequestMapping("/administration/interest-terms")
class InterestTermsPages {

    private static final String PATH = "/administration/interest-terms";
    private static final String YES = "yes";

    private final InterestSettings settings;
    private final InterestRates rates;

    InterestTermsPages(InterestSettings settings, InterestRates rates) {
        this.settings = settings;
        this.rates = rates;
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        return show(form(settings.ofCompany(company.id())), company, page, model);
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
            settings.put(
                    user,
                    company.code(),
                    new CompanyDraft(
                            values.get("rate"),
                            values.getOrDefault("percent", ""),
                            values.get("dayBase"),
                            values.get("imputation"),
                            YES.equals(values.get("indemnity")),
                            YES.equals(values.get("waiving"))));
            after.addFlashAttribute("said", page.t("receivable.interest.termsSaved"));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            return show(Form.of(values).refused(problem, page, response), company, page, model);
        }
    }

    private String show(Form form, Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute("rates", InterestWords.options(RateChoice.class, "rate", page));
        model.addAttribute("dayBases", InterestWords.options(DayBase.class, "dayBase", page));
        model.addAttribute("imputations", InterestWords.options(Imputation.class, "imputation", page));
        model.addAttribute("missing", InterestWords.missing(rates.missing(page.today()), page));
        model.addAttribute("said", model.getAttribute("said"));
        return "receivable/terms";
    }

    private static Form form(CompanyTerms terms) {
        var values = new HashMap<String, String>();
        values.put("rate", terms.rate().name());
        values.put("percent", terms.percent() == null ? "" : terms.percent().toPlainString());
        values.put("dayBase", terms.dayBase().name());
        values.put("imputation", terms.imputation().name());
        values.put("indemnity", terms.indemnity() ? YES : "");
        values.put("waiving", terms.waiving() ? YES : "");
        return Form.of(values);
    }
}
