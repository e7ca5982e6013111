package io.encours.worklist.web;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import io.encours.worklist.Chasing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Stratégies › Relances automatiques*: how far apart actions are, and when nothing goes out by itself (A5b, A8).
@Controller
@RequestMapping("/strategies/chasing")
class ChasingPages {

    private static final String PATH = "/strategies/chasing";

    private final Chasing chasing;

    ChasingPages(Chasing chasing) {
        this.chasing = chasing;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SubEntry chasingPlace() {
            return new SubEntry(
                    30,
                    "/strategies",
                    "worklist.chasing.title",
                    PATH,
                    Set.of("ROLE_ADMINISTRATOR", "ROLE_CREDIT_MANAGER"));
        }
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        var settings = chasing.of(company.id());
        var values = new HashMap<String, String>();
        values.put("spacing", String.valueOf(settings.spacing()));
        values.put("ledgerAge", String.valueOf(settings.ledgerAge()));
        values.put("floor", page.formats().amount(settings.floor()));
        values.put("sendFrom", settings.sendFrom().toString());
        values.put("sendUntil", settings.sendUntil().toString());
        values.put("version", String.valueOf(settings.version()));
        return show(Form.of(values), company, page, model);
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
            chasing.put(
                    user,
                    company.code(),
                    new Chasing.Draft(
                            values.getOrDefault("spacing", ""),
                            values.getOrDefault("ledgerAge", ""),
                            values.getOrDefault("floor", ""),
                            values.get("sendFrom"),
                            values.get("sendUntil"),
                            version(values.getOrDefault("version", ""))));
            after.addFlashAttribute("said", page.t("worklist.chasing.saved"));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            return show(Form.of(values).refused(problem, page, response), company, page, model);
        }
    }

    private static @Nullable Integer version(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static String show(Form form, Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute("said", model.getAttribute("said"));
        return "worklist/chasing";
    }
}
