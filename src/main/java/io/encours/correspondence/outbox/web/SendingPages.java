package io.encours.correspondence.outbox.web;

import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.Channels;
import io.encours.correspondence.outbox.SendingSettings;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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

/// *Administration › Envoi des messages*: in whose name the company in view writes, how long a message can be
/// taken back, and the channels of the installation.
@Controller
@RequestMapping("/administration/messages")
class SendingPages {

    private static final String PATH = "/administration/messages";

    private final SendingSettings settings;
    private final Channels channels;

    SendingPages(SendingSettings settings, Channels channels) {
        this.settings = settings;
        this.channels = channels;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        SubEntry sendingPlace() {
            return new SubEntry(
                    54, "/administration", "correspondence.sending.title", PATH, Set.of("ROLE_ADMINISTRATOR"));
        }
    }

    @GetMapping
    String show(Company company, Page page, Model model) {
        var rules = settings.of(company.id());
        var values = new HashMap<String, String>();
        values.put("senderName", Objects.requireNonNullElse(rules.senderName(), ""));
        values.put("senderAddress", Objects.requireNonNullElse(rules.senderAddress(), ""));
        values.put("replyAddress", Objects.requireNonNullElse(rules.replyAddress(), ""));
        values.put("undoAutomatic", String.valueOf(rules.undoAutomatic()));
        values.put("undoByHand", String.valueOf(rules.undoByHand()));
        values.put("quietFrom", rules.quietFrom().toString());
        values.put("quietUntil", rules.quietUntil().toString());
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
            var checks = new Checks();
            var automatic = minutes(checks, "undoAutomatic", values);
            var byHand = minutes(checks, "undoByHand", values);
            checks.orRefuse();
            settings.put(
                    user,
                    company.code(),
                    new SendingSettings.Draft(
                            values.get("senderName"),
                            values.get("senderAddress"),
                            values.get("replyAddress"),
                            automatic,
                            byHand,
                            values.get("quietFrom"),
                            values.get("quietUntil")));
            after.addFlashAttribute("said", page.t("correspondence.sending.saved"));
            return "redirect:" + PATH + "?company=" + Address.part(company.code());
        } catch (Problem problem) {
            return show(Form.of(values).refused(problem, page, response), company, page, model);
        }
    }

    @PostMapping("/channels/{channel}/pause")
    String pause(@PathVariable Channel channel, SignedIn user, Page page, RedirectAttributes after) {
        channels.pause(user, channel);
        after.addFlashAttribute("said", page.t("correspondence.sending.paused"));
        return "redirect:" + PATH;
    }

    @PostMapping("/channels/{channel}/resumption")
    String resume(@PathVariable Channel channel, SignedIn user, Page page, RedirectAttributes after) {
        channels.resume(user, channel);
        after.addFlashAttribute("said", page.t("correspondence.sending.resumed"));
        return "redirect:" + PATH;
    }

    private String show(Form form, Company company, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("company", company);
        model.addAttribute("channels", channels.all());
        model.addAttribute("said", model.getAttribute("said"));
        return "correspondence/sending";
    }

    private static @Nullable Integer minutes(Checks checks, String field, Map<String, String> values) {
        var text = values.getOrDefault(field, "").strip();
        checks.that(text.matches("\\d{1,4}"), field, "correspondence.message.problem.minutes", "1440");
        return text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }
}
