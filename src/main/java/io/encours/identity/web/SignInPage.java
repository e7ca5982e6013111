package io.encours.identity.web;

import io.encours.platform.BusinessDate;
import io.encours.platform.web.Page;
import io.encours.platform.web.Texts;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page with login and password; Spring Security takes the form.
@Controller
class SignInPage {

    private final Texts texts;
    private final BusinessDate businessDate;

    SignInPage(Texts texts, BusinessDate businessDate) {
        this.texts = texts;
        this.businessDate = businessDate;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam Map<String, String> parameters, CsrfToken csrf, Locale locale, Model model) {
        var token = new Page.Csrf(csrf.getParameterName(), csrf.getHeaderName(), csrf.getToken());
        model.addAttribute("page", Page.bare(texts, locale, "/sign-in", token, businessDate.today()));
        model.addAttribute("notice", notice(parameters));
        return "identity/sign-in";
    }

    private static @Nullable String notice(Map<String, String> parameters) {
        if (parameters.containsKey("failed")) {
            return "identity.signIn.failed";
        }
        return parameters.containsKey("out") ? "identity.signIn.out" : null;
    }
}
