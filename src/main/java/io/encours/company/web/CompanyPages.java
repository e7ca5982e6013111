package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Sites;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Sociétés*: companies with their settings and sites.
@Controller
@RequestMapping("/administration/companies")
class CompanyPages {

    private static final String PATH = "/administration/companies";

    private final Companies companies;
    private final Sites sites;

    CompanyPages(Companies companies, Sites sites) {
        this.companies = companies;
        this.sites = sites;
    }

    @GetMapping
    String list(SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("companies", companies.of(user));
        return "company/companies";
    }

    @GetMapping("/new")
    String blank(SignedIn user, Page page, Model model) {
        return form(null, CompanyForm.BLANK, Form.EMPTY, user, page, model);
    }

    /// The first company of an installation leads to the home page, where its ledger is asked for.
    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        try {
            var isFirst = companies.of(user).isEmpty();
            var made = companies.create(CompanyForm.details(values.getOrDefault("code", ""), values));
            session.setAttribute(RequestParameters.CHOSEN, made.code());
            return isFirst ? "redirect:/" : to(made.code());
        } catch (Problem problem) {
            return form(null, Form.of(values).refused(problem, page, response), Form.EMPTY, user, page, model);
        }
    }

    @GetMapping("/{company}")
    String show(@PathVariable("company") String code, SignedIn user, Page page, Model model) {
        var company = companies.get(user, code);
        return form(company, CompanyForm.of(company), Form.EMPTY, user, page, model);
    }

    @PostMapping("/{company}")
    String change(
            @PathVariable("company") String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var company = companies.get(user, code);
        try {
            companies.change(user, CompanyForm.details(code, values));
            after.addFlashAttribute("saved", true);
            return to(code);
        } catch (Problem problem) {
            return form(company, Form.of(values).refused(problem, page, response), Form.EMPTY, user, page, model);
        }
    }

    @PostMapping("/{company}/sites")
    String putSite(
            @PathVariable("company") String code,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            HttpServletResponse response,
            Model model) {
        var company = companies.get(user, code);
        try {
            sites.put(
                    user,
                    code,
                    new Sites.Draft(
                            values.get("code"),
                            values.get("name"),
                            values.get("siret"),
                            values.get("address"),
                            values.get("postalCode"),
                            values.get("city"),
                            values.get("country")));
            return to(code) + "#sites";
        } catch (Problem problem) {
            return form(
                    company,
                    CompanyForm.of(company),
                    Form.of(values).refused(problem, page, response),
                    user,
                    page,
                    model);
        }
    }

    @PostMapping("/{company}/sites/{site}/removal")
    String removeSite(@PathVariable("company") String code, @PathVariable String site, SignedIn user) {
        sites.remove(user, code, site);
        return to(code) + "#sites";
    }

    private String form(@Nullable Company company, Form form, Form siteForm, SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("edited", company);
        model.addAttribute("form", form);
        model.addAttribute("siteForm", siteForm);
        model.addAttribute("choices", CompanyForm.choices(company, companies.of(user), page));
        model.addAttribute("sites", company == null ? java.util.List.of() : sites.of(user, company.code()));
        model.addAttribute("saved", Objects.equals(model.getAttribute("saved"), true));
        return "company/company";
    }

    private static String to(String code) {
        return "redirect:" + PATH + "/" + Address.part(code);
    }
}
