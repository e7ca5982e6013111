package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form that makes a company, so that a first ledger has somewhere to go. For administrators.
@Controller
class NewCompanyPage {

    private static final int UNPROCESSABLE = 422;

    private final Companies companies;

    NewCompanyPage(Companies companies) {
        this.companies = companies;
    }

    @GetMapping("/companies/new")
    String show(SignedIn user, Page page, Model model) {
        administratorOnly(user);
        return form(Map.of(), Map.of(), page, model);
    }

    @PostMapping("/companies")
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        administratorOnly(user);
        var errors = errors(values);
        if (!errors.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(values, errors, page, model);
        }
        var code = value(values, "code");
        var siren = value(values, "siren").replace(" ", "");
        companies.create(new Companies.Details(
                code, value(values, "name"), siren.isEmpty() ? null : siren, null, null, null, null));
        session.setAttribute(RequestParameters.CHOSEN, code);
        return "redirect:/";
    }

    private Map<String, String> errors(Map<String, String> values) {
        var errors = new HashMap<String, String>();
        if (value(values, "name").isEmpty()) {
            errors.put("name", "company.problem.name");
        }
        if (!value(values, "code").matches("[A-Za-z0-9_-]{1,20}")) {
            errors.put("code", "company.problem.code");
        } else if (companies.find(value(values, "code")).isPresent()) {
            errors.put("code", "company.problem.codeUsed");
        }
        if (!value(values, "siren").replace(" ", "").matches("(\\d{9})?")) {
            errors.put("siren", "company.problem.siren");
        }
        return errors;
    }

    private static String form(Map<String, String> values, Map<String, String> errors, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        return "company/new";
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").strip();
    }

    private static void administratorOnly(SignedIn user) {
        if (!user.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }
}
