package io.encours.identity.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page with login and password; Spring Security takes the form.
@Controller
class SignInPage {

    private final BarePages pages;

    SignInPage(BarePages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("page", pages.current());
        model.addAttribute("notice", notice(parameters));
        model.addAttribute("failed", parameters.containsKey("failed"));
        return "identity/sign-in";
    }

    private static @Nullable String notice(Map<String, String> parameters) {
        if (parameters.containsKey("failed")) {
            return "identity.signIn.failed";
        }
        if (parameters.containsKey("ready")) {
            return "identity.signIn.ready";
        }
        return parameters.containsKey("out") ? "identity.signIn.out" : null;
    }
}
