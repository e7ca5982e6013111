package io.encours.receivable.web;

import io.encours.company.Company;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.receivable.interest.InterestClaims;
import io.encours.receivable.interest.InterestRates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Pénalités*: interest and indemnities of the company in view, customer by customer, as of any day (K5).
@Controller
class PenaltyPages {

    private static final int SHOWN = 200;

    private final InterestClaims claims;
    private final InterestRates rates;

    PenaltyPages(InterestClaims claims, InterestRates rates) {
        this.claims = claims;
        this.rates = rates;
    }

    /// @param all every customer, not only those with most to claim
    @GetMapping("/interest")
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean all,
            Company company,
            Scope scope,
            Page page,
            Model model) {
        var found = claims.ofCompany(scope, company.code(), asOf == null ? page.today() : asOf);
        var customers = found.customers();
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("claims", found);
        model.addAttribute("rows", all ? customers : customers.subList(0, Math.min(SHOWN, customers.size())));
        model.addAttribute("missing", InterestWords.missing(rates.missing(page.today()), page));
        return "receivable/penalties";
    }
}
