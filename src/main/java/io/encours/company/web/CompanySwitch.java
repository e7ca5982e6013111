package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the company in view for this session.
@Controller
class CompanySwitch {

    private static final Pattern FIRST_PART = Pattern.compile("^/[a-z-]+");

    private final Companies companies;

    CompanySwitch(Companies companies) {
        this.companies = companies;
    }

    @PostMapping("/company-in-view")
    String change(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String from,
            SignedIn user,
            HttpSession session) {
        if (companies.of(user).stream().noneMatch(company -> company.code().equals(code))) {
            throw Problem.notFound("company.problem.unknown", code);
        }
        session.setAttribute(RequestParameters.CHOSEN, code);
        return "redirect:" + sameKindOfPage(from);
    }

    /// The list one was on, of the other company; what stood below it (a customer) is not there.
    private static String sameKindOfPage(String from) {
        var place = FIRST_PART.matcher(from);
        return place.find() ? place.group() : "/";
    }
}
