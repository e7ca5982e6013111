package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the company in view for this session.
@Controller
class CompanySwitch {

    private final Companies companies;

    CompanySwitch(Companies companies) {
        this.companies = companies;
    }

    @PostMapping("/company-in-view")
    String change(@RequestParam String code, SignedIn user, HttpSession session) {
        if (companies.of(user).stream().noneMatch(company -> company.code().equals(code))) {
            throw Problem.notFound("company.problem.unknown", code);
        }
        session.setAttribute(RequestParameters.CHOSEN, code);
        return "redirect:/";
    }
}
