package io.encours.identity.web;

import io.encours.identity.Retention;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
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

/// *Durées de conservation*: how long, why, and what would go tonight; and the data of one person.
@Controller
@RequestMapping(RetentionPages.PATH)
class RetentionPages {

    static final String PATH = "/administration/retention";

    private final Retention retention;

    RetentionPages(Retention retention) {
        this.retention = retention;
    }

    /// Its place in the section.
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        SubEntry retentionPlace() {
            return new SubEntry(85, "/administration", "identity.retention.title", PATH, Set.of("ROLE_ADMINISTRATOR"));
        }
    }

    @GetMapping
    String show(Page page, Model model) {
        var values = new HashMap<String, String>();
        retention.periods().forEach(period -> values.put(period.kind(), String.valueOf(period.months())));
        return show(Form.of(values), page, model);
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var months = new HashMap<String, @Nullable Integer>();
        retention.periods().forEach(period -> months.put(period.kind(), number(values.get(period.kind()))));
        try {
            retention.keep(user, months);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status());
            return show(Form.of(values).refused(problem, page), page, model);
        }
        after.addFlashAttribute("toast", page.t("identity.retention.saved"));
        return "redirect:" + PATH;
    }

    private String show(Form form, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("periods", retention.periods());
        model.addAttribute("form", form);
        model.addAttribute("toast", model.getAttribute("toast"));
        return "identity/retention";
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,4}") ? (Integer) Integer.parseInt(text.strip()) : null;
    }
}
