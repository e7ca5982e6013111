package io.encours.webhook.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import io.encours.webhook.HookEvent;
import io.encours.webhook.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// *Webhooks* in the section *Administration*.
@Controller
@RequestMapping(WebhookPages.PATH)
class WebhookPages {

    static final String PATH = "/administration/webhooks";

    private static final String TOAST = "toast";

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// Its place in the section.
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        SubEntry webhooksPlace() {
            return new SubEntry(80, "/administration", "webhook.title", PATH, Set.of("ROLE_ADMINISTRATOR"));
        }
    }

    @GetMapping
    String list(Page page, Model model) {
        return list(Form.EMPTY, List.of(), null, page, model);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<String> events,
            SignedIn user,
            Page page,
            HttpServletResponse response,
            Model model) {
        var wanted = Objects.requireNonNullElse(events, List.<String>of());
        try {
            return list(Form.EMPTY, List.of(), webhooks.create(user, values.get("address"), wanted), page, model);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            return list(Form.of(values).refused(problem, page), wanted, null, page, model);
        }
    }

    private String list(Form form, List<String> chosen, Webhooks.@Nullable Made made, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("webhooks", webhooks.list());
        model.addAttribute("events", List.of(HookEvent.values()));
        model.addAttribute("form", form);
        model.addAttribute("chosen", chosen);
        model.addAttribute("secret", made == null ? null : made.secret());
        model.addAttribute(TOAST, model.getAttribute(TOAST));
        return "webhook/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("webhook", webhooks.get(id));
        model.addAttribute("deliveries", webhooks.deliveries(id));
        model.addAttribute(TOAST, model.getAttribute(TOAST));
        return "webhook/show";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, SignedIn user, Page page, RedirectAttributes after) {
        webhooks.remove(user, id);
        after.addFlashAttribute(TOAST, page.t("webhook.removed"));
        return "redirect:" + PATH;
    }

    @PostMapping("/{id}/activation")
    String enable(@PathVariable long id, SignedIn user, Page page, RedirectAttributes after) {
        webhooks.enable(user, id);
        after.addFlashAttribute(TOAST, page.t("webhook.enabled"));
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/deliveries/{delivery}/repetition")
    String again(@PathVariable long id, @PathVariable long delivery, Page page, RedirectAttributes after) {
        webhooks.again(id, delivery);
        after.addFlashAttribute(TOAST, page.t("webhook.again.said"));
        return "redirect:" + PATH + "/" + id;
    }
}
