package io.encours.identity.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page with login and password; Spring Security takes the form.
@Controller
class SignInPage {

    /// Why a sign-in was refused (`SecurityConfiguration`).
    private static final List<String> REFUSALS = List.of("failed", "locked", "limited");

    private final BarePages pages;

    SignInPage(BarePages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("page", pages.current());
        model.addAttribute("notice", notice(parameters));
        model.addAttribute("failed", REFUSALS.stream().anyMatch(parameters::containsKey));
        return "identity/sign-in";
    }

    private static @Nullable String notice(Map<String, String> parameters) {
        for (var refusal : REFUSALS) {
            if (parameters.containsKey(refusal)) {
                return "identity.signIn." + refusal;
            }
        }
        if (parameters.containsKey("ready")) {
            return "identity.signIn.ready";
        }
        return parameters.containsKey("out") ? "identity.signIn.out" : null;
    }
}
