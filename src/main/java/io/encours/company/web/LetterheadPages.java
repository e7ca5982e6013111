package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.identity.SignedIn;
import io.encours.platform.BankAccount;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Sociétés › Papier à en-tête*.
@Controller
@RequestMapping("/administration/companies/{company}/letterhead")
class LetterheadPages {

    private final Companies companies;
    private final Letterheads letterheads;

    LetterheadPages(Companies companies, Letterheads letterheads) {
        this.companies = companies;
        this.letterheads = letterheads;
    }

    @GetMapping
    String show(@PathVariable("company") String code, SignedIn user, Page page, Model model) {
        var company = companies.get(user, code);
        return form(company, values(letterheads.of(company.id())), page, model);
    }

    @PostMapping
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
            letterheads.put(user, code, draft(values));
            return saved(code, after);
        } catch (Problem problem) {
            return form(company, Form.of(values).refused(problem, page, response), page, model);
        }
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo(@PathVariable("company") String code, SignedIn user) {
        var logo = letterheads
                .logo(companies.get(user, code).id())
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(logo);
    }

    @PostMapping("/logo")
    String putLogo(
            @PathVariable("company") String code,
            @RequestParam @Nullable MultipartFile logo,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var company = companies.get(user, code);
        try {
            if (logo == null || logo.isEmpty()) {
                throw Problem.invalid("logo", "company.problem.logoMissing");
            }
            letterheads.putLogo(user, code, logo.getBytes());
            return saved(code, after);
        } catch (Problem problem) {
            return form(company, values(letterheads.of(company.id())).refused(problem, page, response), page, model);
        }
    }

    @PostMapping("/logo/removal")
    String removeLogo(@PathVariable("company") String code, SignedIn user, RedirectAttributes after) {
        letterheads.removeLogo(user, code);
        return saved(code, after);
    }

    private String form(Company company, Form form, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("edited", company);
        model.addAttribute("form", form);
        model.addAttribute("hasLogo", letterheads.of(company.id()).hasLogo());
        model.addAttribute("saved", Objects.equals(model.getAttribute("saved"), true));
        return "company/letterhead";
    }

    private static String saved(String code, RedirectAttributes after) {
        after.addFlashAttribute("saved", true);
        return "redirect:/administration/companies/" + Address.part(code) + "/letterhead";
    }

    private static Letterhead.Draft draft(Map<String, String> values) {
        return new Letterhead.Draft(
                values.get("address"),
                values.get("postalCode"),
                values.get("city"),
                values.get("phone"),
                values.get("email"),
                values.get("website"),
                values.get("vatNumber"),
                values.get("legal"),
                values.get("signatory"),
                values.get("iban"),
                values.get("bic"));
    }

    private static Form values(Letterhead letterhead) {
        var account = letterhead.account();
        var values = new HashMap<String, String>();
        put(values, "address", letterhead.address());
        put(values, "postalCode", letterhead.postalCode());
        put(values, "city", letterhead.city());
        put(values, "phone", letterhead.phone());
        put(values, "email", letterhead.email());
        put(values, "website", letterhead.website());
        put(values, "vatNumber", letterhead.vatNumber());
        put(values, "legal", letterhead.legal());
        put(values, "signatory", letterhead.signatory());
        put(
                values,
                "iban",
                account == null ? null : BankAccount.inFours(account.iban()).replace('\u00a0', ' '));
        put(values, "bic", account == null ? null : account.bic());
        return Form.of(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        values.put(name, Objects.requireNonNullElse(value, ""));
    }
}
