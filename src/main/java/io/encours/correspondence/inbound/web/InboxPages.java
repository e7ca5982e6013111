package io.encours.correspondence.inbound.web;

import io.encours.company.Company;
import io.encours.correspondence.inbound.Inbox;
import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.Page;
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

/// *À rattacher*: what came in and whose customer a person has to name.
@Controller
@RequestMapping("/inbound")
class InboxPages {

    private static final String PATH = "/inbound";
    private static final int ROWS = 50;

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        NavigationEntry inboundPlace() {
            return new NavigationEntry(
                    47,
                    "correspondence.inbound.title",
                    PATH,
                    "download",
                    null,
                    Set.of("ROLE_ADMINISTRATOR", "ROLE_CREDIT_MANAGER", "MANAGES"));
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var part = inbox.toAttach(user, scope, cursor == null ? null : Cursor.parse(cursor, 2), ROWS);
        model.addAttribute("page", page);
        model.addAttribute("items", part.items());
        model.addAttribute(
                "more",
                part.next() == null
                        ? null
                        : new Address(PATH, Map.of())
                                .with("cursor", part.next())
                                .toString());
        if (cursor != null) {
            return "correspondence/_inboundRows";
        }
        model.addAttribute("count", inbox.countToAttach(user, scope));
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute("refused", model.getAttribute("refused"));
        return "correspondence/inbound";
    }

    /// @param customer code, in the company in view
    @PostMapping("/{id}/attachment")
    String attach(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String customer,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            RedirectAttributes after) {
        try {
            inbox.attach(user, scope, id, company.code(), customer.strip());
            after.addFlashAttribute("said", page.t("correspondence.inbound.attached", customer.strip()));
        } catch (Problem problem) {
            if (!problem.code().equals("customer.problem.unknown")) {
                throw problem;
            }
            after.addFlashAttribute("refused", page.t("correspondence.inbound.problem.customer", customer));
        }
        return "redirect:" + PATH;
    }

    @PostMapping("/{id}/dismissal")
    String dismiss(@PathVariable long id, SignedIn user, Scope scope, Page page, RedirectAttributes after) {
        inbox.dismiss(user, scope, id);
        after.addFlashAttribute("said", page.t("correspondence.inbound.dismissed"));
        return "redirect:" + PATH;
    }
}
