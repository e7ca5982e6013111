package io.encours.overview.web;

import io.encours.correspondence.contact.ContactMarks;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.worklist.Calls;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How a call to a customer ended, and whether its number and address may be used.
@Controller
@RequestMapping("/customers/{company}/{code}")
class CallPages {

    private final Calls calls;
    private final ContactMarks marks;
    private final Customers customers;

    CallPages(Calls calls, ContactMarks marks, Customers customers) {
        this.calls = calls;
        this.marks = marks;
        this.customers = customers;
    }

    /// The form, a part of the page.
    @GetMapping("/calls/new")
    String form(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("customer", customers.get(scope, company, code));
        model.addAttribute("path", path(company, code));
        return "overview/_call";
    }

    @PostMapping("/calls")
    String record(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after) {
        try {
            calls.record(user, scope, company, code, given.get("outcome"), given.get("comment"));
            after.addFlashAttribute("said", page.t("overview.call.recorded"));
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            after.addFlashAttribute(
                    "refused",
                    Form.of(given).refused(problem, page).errors().values().stream()
                            .findFirst()
                            .orElse(""));
        }
        return "redirect:" + path(company, code) + "/exchanges";
    }

    @PostMapping("/contact-marks/removal")
    String restore(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam String address,
            @RequestParam String reason,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after) {
        marks.lift(user, scope, company, code, address, reason);
        after.addFlashAttribute("said", page.t("correspondence.contact.restored"));
        return "redirect:" + path(company, code) + "/exchanges";
    }

    private static String path(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code);
    }
}
