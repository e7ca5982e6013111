package io.encours.correspondence.channel.web;

import io.encours.company.Company;
import io.encours.correspondence.channel.Routes;
import io.encours.correspondence.sms.SmsSenders;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Canaux*: which ways in and out are open, how they do, and a trial of each.
@Controller
@RequestMapping("/administration/routes")
class RoutePages {

    private static final String PATH = "/administration/routes";
    private static final String SAID = "said";
    private static final String REFUSED = "refused";

    private final Routes routes;
    private final SmsSenders senders;

    RoutePages(Routes routes, SmsSenders senders) {
        this.routes = routes;
        this.senders = senders;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SubEntry routesPlace() {
            return new SubEntry(
                    54, "/administration", "correspondence.route.title", PATH, Set.of("ROLE_ADMINISTRATOR"));
        }
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("routes", routes.all());
        model.addAttribute(
                "form",
                model.getAttribute("form") instanceof Form form
                        ? form
                        : Form.of(Map.of("sender", senders.of(company.id()))));
        model.addAttribute(SAID, model.getAttribute(SAID));
        model.addAttribute(REFUSED, model.getAttribute(REFUSED));
        return "correspondence/routes";
    }

    @PostMapping("/{route}/trials")
    String tryOut(
            @PathVariable String route,
            @RequestParam(defaultValue = "") @Nullable String to,
            SignedIn user,
            Company company,
            Page page,
            RedirectAttributes after) {
        var tried = routes.tryOut(user, company.id(), route, to == null ? "" : to);
        after.addFlashAttribute(tried.worked() ? SAID : REFUSED, page.tOr(tried.words(), tried.words()));
        return "redirect:" + PATH;
    }

    @PostMapping("/sms-sender")
    String sender(
            @RequestParam Map<String, String> given,
            SignedIn user,
            Company company,
            Page page,
            RedirectAttributes after) {
        try {
            senders.put(user, company, given.get("sender"));
            after.addFlashAttribute(SAID, page.t("correspondence.route.saved"));
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            after.addFlashAttribute("form", Form.of(given).refused(problem, page));
        }
        return "redirect:" + PATH;
    }
}
