package io.encours.correspondence.notice.web;

import io.encours.company.Company;
import io.encours.correspondence.notice.NoticeSettings;
import io.encours.correspondence.notice.NoticeTerms;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Mises en demeure*: what the company in view announces in them.
@Controller
@RequestMapping("/administration/notice-terms")
class NoticeSettingsPages {

    private static final String PATH = "/administration/notice-terms";
    private static final String YES = "yes";

    private final NoticeSettings settings;

    NoticeSettingsPages(NoticeSettings settings) {
        this.settings = settings;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SubEntry noticeTermsPlace() {
            return new SubEntry(
                    52, "/administration", "correspondence.notice.settings", PATH, Set.of("ROLE_ADMINISTRATOR"));
        }
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        var terms = settings.of(company.id());
        return show(
                Form.of(Map.of(
                        "days", String.valueOf(terms.days()),
                        "suspension", terms.suspension() ? YES : "",
                        "acceleration", terms.acceleration() ? YES : "")),
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
            settings.put(
                    user,
                    company.code(),
                    new NoticeSettings.Draft(
                            days(values.getOrDefault("days", "").strip()),
                            YES.equals(values.get("suspension")),
                            YES.equals(values.get("acceleration"))));
            after.addFlashAttribute("said", page.t("correspondence.notice.saved"));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            return show(Form.of(values).refused(problem, page, response), company, page, model);
        }
    }

    private static String show(Form form, Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute("said", model.getAttribute("said"));
        return "correspondence/noticeTerms";
    }

    private static int days(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw Problem.invalid(
                    "days",
                    "correspondence.notice.problem.days",
                    String.valueOf(NoticeTerms.LEAST_DAYS),
                    String.valueOf(NoticeTerms.MOST_DAYS));
        }
        return Integer.parseInt(text);
    }
}
